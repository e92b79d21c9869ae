const { Sequelize, DataTypes, Model } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

for (const [name, paranoid] of [['Visit', true], ['Room', false]]) {
  class Made extends Model {}
  Made.init({ reason: DataTypes.STRING }, { sequelize, modelName: name, paranoid })
  exports[name] = Made
}
