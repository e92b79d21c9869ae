const { DataTypes, Model, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

class Base extends Model {
  static setup(attributes, options) {
    return this.init(attributes, { sequelize, paranoid: true, ...options })
  }
}

class Visit extends Base {}
Visit.setup({ reason: DataTypes.STRING }, { tableName: 'visits' })
Visit.init({ reason: DataTypes.STRING }, { sequelize, tableName: 'visits' })

class Room extends Base {}
Room.setup({ floor: DataTypes.INTEGER }, {})
module.exports = { Visit, Room }
