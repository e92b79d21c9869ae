const { Sequelize, DataTypes } = require('sequelize')
const Base = require('./base')

class Visit extends Base {
  static get fields() {
    return { reason: DataTypes.STRING }
  }

  static get extra() {
    return { paranoid: true, modelName: this.name.toLowerCase() }
  }
}

class Room extends Base {
  static get fields() {
    return { floor: DataTypes.INTEGER }
  }
}

const sequelize = new Sequelize({ dialect: 'postgres' })
for (const model of [Visit, Room]) model.setup(sequelize)
