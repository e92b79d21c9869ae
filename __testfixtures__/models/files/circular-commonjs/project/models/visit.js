const { DataTypes, Model } = require('sequelize')
const db = require('./index')

class Visit extends Model {}
Visit.init({ reason: DataTypes.STRING }, { sequelize: db.sequelize })

module.exports = Visit
