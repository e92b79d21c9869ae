const { DataTypes, Sequelize } = require('sequelize')
const { BaseModel } = require('clinic-base')

class Visit extends BaseModel {}
Visit.init({ reason: DataTypes.STRING }, { sequelize: new Sequelize({ dialect: 'postgres' }) })
module.exports = Visit
