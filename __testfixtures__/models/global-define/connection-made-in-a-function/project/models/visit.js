const { DataTypes } = require('sequelize')
const { connect } = require('../database')

const db = connect({ soft: true })
module.exports = db.define('Visit', { reason: DataTypes.STRING })
