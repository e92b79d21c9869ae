const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })
function model(name, options) {
  return this.define(name, { reason: DataTypes.STRING }, { paranoid: true, ...options })
}

model.call(sequelize, 'Visit')
model.apply(sequelize, ['Room', { paranoid: false }])
model.bind(sequelize)('Bed', { deletedAt: 'gone' })
model.bind(sequelize, 'Ward')({ deletedAt: 'gone' })
