const Sequelize = require('sequelize')
const sequelize = new Sequelize('db', 'user', 'pass', { dialect: 'postgres' })

class BonusVisit extends Sequelize.Model {}
BonusVisit.init({ reason: Sequelize.STRING }, { sequelize, paranoid: true, deletedAt: true })

module.exports = BonusVisit
