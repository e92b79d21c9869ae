const soft = (sequelize, ...args) => {
  const [name, attributes, options = {}] = args
  return sequelize.define(name, attributes, { ...options, paranoid: true })
}

module.exports = (sequelize, DataTypes) => {
  soft(sequelize, 'Visit', { reason: DataTypes.STRING })
  soft(sequelize, ...['Room', { floor: DataTypes.INTEGER }, { tableName: 'room' }])
}
