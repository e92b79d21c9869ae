const { Model, Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

function* kinds() {
  yield ['Bed', { paranoid: true }]
  yield* [['Room', { paranoid: false }]]
  for (const name of ['Visit', 'Ward']) yield [name, { paranoid: true, deletedAt: 'gone' }]
}

for (const [name, options] of kinds()) sequelize.define(name, {}, options)
const [[, first]] = kinds()
sequelize.define('Yard', {}, first)
