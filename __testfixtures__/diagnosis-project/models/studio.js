module.exports = (sequelize, DataTypes) => {
  const Studio = sequelize.define('Studio', { name: DataTypes.STRING }, { tableName: 'studios' })
  Studio.associate = (models) => {
    Studio.hasMany(models.Session, { as: 'lessons' })
    Studio.hasMany(models.Room)
  }
  return Studio
}
