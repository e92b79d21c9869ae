const { Sequelize, DataTypes } = require('sequelize')
const db = new Sequelize('db', 'user', 'pass', { dialect: 'postgres' })

const Visit = db.define('Visit', { reason: DataTypes.STRING }, { paranoid: true })
const Room = db.define('Room', { floor: DataTypes.INTEGER }, { paranoid: true, timestamps: false })
const Patient = db.define('Patient', { name: DataTypes.STRING }, { paranoid: true, deletedAt: 'goneAt' })
const Tag = db.define('Tag', { name: DataTypes.STRING }, { timestamps: true })

module.exports = { Visit, Room, Patient, Tag }
