function model(sequelize, name, attributes, paranoid = true) {
  return sequelize.define(name, attributes, { paranoid, timestamps: paranoid || name === 'Bed' })
}

module.exports = (sequelize, DataTypes) => {
  model(sequelize, 'Visit', { reason: DataTypes.STRING })
  model(sequelize, 'Room', { reason: DataTypes.STRING }, false)
  model(sequelize, 'Bed', { reason: DataTypes.STRING }, undefined)
  model(sequelize, 'Ward', { reason: DataTypes.STRING }, null)
}
