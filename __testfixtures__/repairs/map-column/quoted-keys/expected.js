module.exports = (sequelize, DataTypes) =>
  sequelize.define("Session", { "token": DataTypes.STRING }, { "paranoid": true, "tableName": "sessions", "deletedAt": "deleted_at" });
