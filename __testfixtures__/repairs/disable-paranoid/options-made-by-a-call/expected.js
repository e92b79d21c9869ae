const options = Object.fromEntries([
  ['tableName', 'sessions'],
  ['paranoid', true],
])

module.exports = (sequelize, DataTypes) => sequelize.define('Session', { token: DataTypes.STRING }, { ...options, paranoid: false })
