const { Sequelize, DataTypes } = require('sequelize')

const ready = Promise.resolve(new Sequelize('db', 'user', 'pass', { dialect: 'postgres' }))

module.exports = ready.then((sequelize) => {
  const Visit = sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: true })
  return { Visit }
})
