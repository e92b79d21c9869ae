const Sequelize = require('sequelize')
const sq = require('../database')

module.exports = sq.define('visit', { reason: Sequelize.STRING }, { paranoid: true, underscored: true })
