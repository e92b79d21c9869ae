const { DataTypes, Model, Sequelize } = require('sequelize')

class Repository {
  constructor(model, options) {
    this.model = model
    this.options = { timestamps: true, ...options }
  }

  register(sequelize) {
    return this.model.init({ name: DataTypes.STRING }, { sequelize, ...this.options })
  }
}

class Visit extends Model {}
class Room extends Model {}

const sequelize = new Sequelize({ dialect: 'postgres' })
new Repository(Visit, { paranoid: true }).register(sequelize)
new Repository(Room).register(sequelize)
