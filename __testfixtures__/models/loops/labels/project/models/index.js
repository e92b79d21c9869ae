const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

outer: for (const name of ['Visit', 'Room', 'Bed']) {
  for (const skipped of ['Room']) {
    if (skipped === name) continue outer
  }
  exports[name] = sequelize.define(name, { reason: DataTypes.STRING }, { paranoid: true })
}
