const { DataTypes, Model, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

class Visit extends Model {}
Visit.init({ reason: DataTypes.STRING }, { sequelize, paranoid: true, tableName: 'old_visits' })
Visit.init({ reason: DataTypes.STRING }, { sequelize })

class Room extends Model {}
Room.init({ floor: DataTypes.INTEGER }, { sequelize })
Room.init({ floor: DataTypes.INTEGER }, { sequelize, paranoid: true })
module.exports = { Visit, Room }
