let soft = false
soft = true
let table
table ||= 'visit'
table += 's'

module.exports = (sequelize, DataTypes) =>
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: soft, tableName: table })
