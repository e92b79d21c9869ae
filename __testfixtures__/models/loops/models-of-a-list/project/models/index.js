const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

for (const name of ['Visit', 'Room']) {
  exports[name] = sequelize.define(name, { reason: DataTypes.STRING }, { paranoid: true })
}
