const options = { tableName: 'visit' }
for (const [key, value] of Object.entries({ paranoid: true, deletedAt: 'gone' })) options[key] = value
const more = {}
for (const key in { paranoid: 1, underscored: 1 }) more[key] = true
const flags = ['paranoid', 'freezeTableName']
const third = {}
for (let i = 0; i < flags.length; i++) third[flags[i]] = true
while (flags.length) third[flags.pop()] = true

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, options)
  sequelize.define('Room', { reason: DataTypes.STRING }, more)
  sequelize.define('Bed', { reason: DataTypes.STRING }, third)
}
