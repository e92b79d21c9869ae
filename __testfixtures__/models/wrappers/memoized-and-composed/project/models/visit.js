const compose = (...steps) => (value) => steps.reduceRight((all, step) => step(all), value)
const soft = (options) => ({ ...options, paranoid: true })
const table = (name) => (options) => ({ ...options, tableName: name })

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, compose(soft, table('visit'))({}))
}
