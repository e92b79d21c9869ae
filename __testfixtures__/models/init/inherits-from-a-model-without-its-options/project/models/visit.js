const { DataTypes, Model, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

class Visit extends Model {}
Visit.init({ reason: DataTypes.STRING }, { sequelize, paranoid: true })

class HomeVisit extends Visit {}
HomeVisit.init({ street: DataTypes.STRING }, { sequelize })
module.exports = { Visit, HomeVisit }
