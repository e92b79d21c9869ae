function defineBuoy(sequelize, DataTypes, softDelete) {
  return sequelize.define('Buoy', { label: DataTypes.STRING }, { paranoid: softDelete })
}

module.exports = { register: defineBuoy }
