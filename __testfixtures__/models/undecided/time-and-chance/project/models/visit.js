module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: Math.random() >= 0 })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: new Date().getFullYear() > 2000 })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { paranoid: require('os').cpus().length > 0 })
}
