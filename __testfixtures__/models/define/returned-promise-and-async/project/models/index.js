const { Sequelize, DataTypes } = require('sequelize')

async function connect() {
  const sequelize = new Sequelize('db', 'user', 'pass', { dialect: 'postgres', define: { paranoid: true } })
  return sequelize
}

module.exports = (async () => {
  const sequelize = await connect()
  return sequelize.define('Visit', { reason: DataTypes.STRING })
})()
