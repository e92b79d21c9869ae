const { DataTypes, Model, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres', define: { paranoid: true, underscored: true } })

const Early = sequelize.define('Early', { reason: DataTypes.STRING })

sequelize.addHook('beforeDefine', 'names', (attributes, options) => {
  options.tableName = `clinic_${(options.tableName || options.modelName).toLowerCase()}`
  if (options.timestamps === false) delete options.paranoid
  for (const [key, one] of Object.entries(attributes)) one.field = `f_${key.toLowerCase()}`
})
sequelize.beforeDefine((attributes, { deletedAt }) => {
  if (deletedAt) attributes[deletedAt].comment = 'soft delete'
})

const Visit = sequelize.define('Visit', { deletedAt: { type: DataTypes.DATE } })
class Bed extends Model {}
Bed.init({ ward: { type: DataTypes.STRING } }, { sequelize, tableName: 'BEDS' })
const Log = sequelize.define('Log', { line: { type: DataTypes.TEXT } }, { timestamps: false })
const Kept = sequelize.define('Kept', { line: { type: DataTypes.TEXT } }, { paranoid: false })

module.exports = { Early, Visit, Bed, Log, Kept }
