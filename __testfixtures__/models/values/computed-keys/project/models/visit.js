const KEY = 'paranoid'
const keys = { deletedAt: 'deletedAt' }

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { [KEY]: true, [keys.deletedAt]: 'gone' })
  sequelize.define('Room', { reason: DataTypes.STRING }, { [`para${'noid'}`]: true, ['table' + 'Name']: 'room' })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { 'paranoid': true, "deletedAt": `gone` })
  const options = {}
  options[KEY] = true
  sequelize.define('Ward', { reason: DataTypes.STRING }, options)
}
