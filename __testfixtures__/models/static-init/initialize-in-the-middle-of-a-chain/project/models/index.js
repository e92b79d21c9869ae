const { Sequelize, DataTypes } = require('sequelize')
const { Record, SoftRecord } = require('./record')
const sequelize = new Sequelize({ dialect: 'postgres' })

class Visit extends SoftRecord {}
class Room extends SoftRecord {}
class Ward extends Record {}

Visit.init({ reason: DataTypes.STRING }, { sequelize })
Room.init({ floor: DataTypes.INTEGER }, { sequelize, paranoid: false })
Ward.init({ name: DataTypes.STRING }, { sequelize, tableName: 'Ward' })
