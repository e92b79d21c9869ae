const base = Object.freeze({ paranoid: true })
const parsed = JSON.parse('{"paranoid": true, "tableName": "parsed"}')
const cloned = JSON.parse(JSON.stringify({ paranoid: true, tableName: 'cloned' }))
const entries = Object.fromEntries(Object.entries({ ...base, deletedAt: 'gone' }).filter(([key]) => key !== 'deletedAt'))
const created = Object.create({ paranoid: true })

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...base })
  sequelize.define('Room', { reason: DataTypes.STRING }, structuredClone(base))
  sequelize.define('Bed', { reason: DataTypes.STRING }, entries)
}
