const { soft } = require('../options')
const tables = require('../options').tables
const options = require('../options/more')

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...soft, tableName: tables.visit })
  sequelize.define('Room', { reason: DataTypes.STRING }, { ...options.room() })
}
