const { NAMES } = require('./names')

const TABLE = 'visits_' + NAMES.suffix

module.exports = (sequelize, { STRING }) =>
  sequelize.define(NAMES.visit, { reason: STRING }, { tableName: TABLE, paranoid: true })
