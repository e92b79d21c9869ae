const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

for (const name of ['Visit', 'Room', 'Bed', 'Ward']) {
  const options = {}
  switch (name) {
    case 'Bed':
      continue
    default:
      options.underscored = true
    case 'Visit':
      options.paranoid = true
      break
    case 'Room':
      options.paranoid = false
  }
  exports[name] = sequelize.define(name, { reason: DataTypes.STRING }, options)
}
