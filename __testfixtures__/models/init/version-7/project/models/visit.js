const { DataTypes, Model, Sequelize } = require('@sequelize/core')
const { PostgresDialect } = require('@sequelize/postgres')
const sequelize = new Sequelize({ dialect: PostgresDialect, schema: 'clinic' })

class Focus extends Model {}
Focus.init({ reason: DataTypes.STRING }, { sequelize, paranoid: true, underscored: true })

module.exports = Focus
