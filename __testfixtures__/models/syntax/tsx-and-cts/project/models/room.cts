import Sequelize = require('sequelize')
const sequelize = new Sequelize.Sequelize({ dialect: 'postgres' })
const Room = sequelize.define('Room', { reason: Sequelize.STRING }, { paranoid: true })
export = Room
