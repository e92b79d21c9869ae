const options = { tableName: 'visit' }
Object.defineProperty(options, 'paranoid', { value: true, enumerable: true })
const more = { tableName: 'room' }
Object.assign(more, { get paranoid() { return true } })

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, options)
  sequelize.define('Room', { reason: DataTypes.STRING }, more)
}
