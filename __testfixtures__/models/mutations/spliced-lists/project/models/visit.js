const names = ['Visit', 'Room', 'Bed', 'Ward', 'Tag']
names.shift()
names.splice(1, 1)
names.length = 2

module.exports = (sequelize, DataTypes) => {
  for (const name of names) sequelize.define(name, { reason: DataTypes.STRING }, { paranoid: true })
}
