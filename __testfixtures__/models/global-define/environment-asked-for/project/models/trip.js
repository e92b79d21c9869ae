module.exports = (sequelize, DataTypes) =>
  sequelize.define('Trip', { leaves: DataTypes.DATE }, process.env.NODE_ENV === 'staging' ? { tableName: 'trip_copies' } : {})
