const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

for (const name of ['Visit', 'Skip', 'Room', 'Stop', 'Bed']) {
  if (name === 'Skip') continue
  if (name === 'Stop') break
  exports[name] = sequelize.define(name, { reason: DataTypes.STRING }, { paranoid: true })
}
