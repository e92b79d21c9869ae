const Sequelize = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })
const factories = [require('./visit'), (s, t, o) => s.define('Room', { floor: t.INTEGER }, o)]

module.exports = factories.map((factory) => factory(sequelize, Sequelize.DataTypes, { paranoid: true }))
