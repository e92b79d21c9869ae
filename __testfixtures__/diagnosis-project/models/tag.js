module.exports = (sequelize, DataTypes) =>
  sequelize.define('Tag', { word: DataTypes.STRING, archivedAt: DataTypes.DATE }, { tableName: 'tags' })
