const { Sequelize, DataTypes } = require('sequelize')

const all = {
  development: { dialect: 'postgres', define: { paranoid: true } },
  production: { dialect: 'postgres' },
}
const sequelize = new Sequelize('ferry', 'crew', 'secret', all[process.env.NODE_ENV])

module.exports = { Quay: require('./quay')(sequelize, DataTypes) }
