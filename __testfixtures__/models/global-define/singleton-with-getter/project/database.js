const { Sequelize } = require('sequelize')
let instance = null

module.exports = {
  get() {
    if (!instance) instance = new Sequelize({ dialect: 'postgres', define: { paranoid: true } })
    return instance
  },
}
