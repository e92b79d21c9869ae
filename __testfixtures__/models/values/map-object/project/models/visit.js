const byKind = new Map([['soft', { paranoid: true }]])

module.exports = (sequelize, DataTypes) =>
  sequelize.define('Visit', { reason: DataTypes.STRING }, byKind.get('soft'))
