const { DataTypes, Model, Sequelize } = require('sequelize')
exports.Visit = class extends Model {}
exports.Visit.init({ reason: DataTypes.STRING }, { sequelize: new Sequelize({ dialect: 'postgres' }), paranoid: true })
