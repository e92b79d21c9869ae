const names = new Set(['Visit'])
names.add('Room')
const byName = new Map()
byName.set('Bed', { paranoid: true })

module.exports = (sequelize, DataTypes) => {
  for (const name of names) sequelize.define(name, { reason: DataTypes.STRING }, { paranoid: true })
  names.forEach((name) => void name)
  for (const [name, options] of byName) sequelize.define(name, { reason: DataTypes.STRING }, options)
}
