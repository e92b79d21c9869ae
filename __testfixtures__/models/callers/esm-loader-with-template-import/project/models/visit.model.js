export default (sequelize, DataTypes, options) =>
  sequelize.define('Visit', { reason: DataTypes.STRING }, options)
