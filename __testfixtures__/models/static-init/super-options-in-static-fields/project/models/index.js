const { DataTypes, Model, Sequelize } = require('sequelize')

class Base extends Model {
  static settings = { paranoid: true, underscored: true }
  static setup(sequelize) {
    return this.init(this.attributesOf(), { ...this.settings, sequelize, modelName: this.name })
  }
  static attributesOf() {
    return { note: DataTypes.STRING }
  }
}

class Visit extends Base {
  static settings = { ...super.settings, deletedAt: 'goneAt' }
  static attributesOf() {
    return { ...super.attributesOf(), reason: DataTypes.STRING }
  }
}
class Room extends Base {}
Room.settings = { ...Base.settings, paranoid: false }

const sequelize = new Sequelize({ dialect: 'postgres' })
Visit.setup(sequelize)
Room.setup(sequelize)
