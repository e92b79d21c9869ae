let count = 0
const table = () => ({ tableName: 'visits_' + ++count, paranoid: count % 2 === 1 })

module.exports = (sequelize, DataTypes) => {
  sequelize.define('First', { reason: DataTypes.STRING }, table())
  sequelize.define('Second', { reason: DataTypes.STRING }, table())
}
