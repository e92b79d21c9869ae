module.exports = ({ sequelize, DataTypes, soft = false }) =>
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: soft })
