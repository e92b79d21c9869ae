export default (sequelize, DataTypes, soft) =>
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...soft, deletedAt: 'gone' })
