const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })
const options = (name) => {
  switch (true) {
    case name.startsWith('V'):
      return { paranoid: true }
    case name.length > 3:
      return { paranoid: true, deletedAt: 'gone' }
  }
  return undefined
}

for (const name of ['Visit', 'Room', 'Bed']) sequelize.define(name, { reason: DataTypes.STRING }, options(name))
