function deep(level) {
  return level === 0 ? { paranoid: true } : { tableName: 'level' + level, ...deep(level - 1) }
}

module.exports = (sequelize, DataTypes) => sequelize.define('Visit', { reason: DataTypes.STRING }, deep(1))
