const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })
const specs = {
  Visit: { fields: { reason: DataTypes.STRING }, soft: true },
  Room: { fields: { floor: DataTypes.INTEGER }, soft: false },
  Bed: { fields: { floor: DataTypes.INTEGER }, soft: true, table: 'bed' },
}

Object.entries(specs).forEach(([name, { fields, soft, table }]) => {
  exports[name] = sequelize.define(name, fields, { paranoid: soft, tableName: table })
})
