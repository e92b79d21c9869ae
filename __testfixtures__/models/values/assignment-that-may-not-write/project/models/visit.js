let count = 0
const counted = () => {
  count++
  return true
}
const bare = {}
bare.paranoid &&= counted()
const soft = { paranoid: true }
soft.paranoid ||= counted()
soft.tableName ??= 'soft_visits'

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: !('paranoid' in bare) })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: !bare.hasOwnProperty('paranoid') && count === 0 })
  sequelize.define('Bed', { reason: DataTypes.STRING }, soft)
  sequelize.define('Ward', { reason: DataTypes.STRING }, { paranoid: Math.max(1, 2) === Number('2') && /^a/.exec('abc')[0] === 'a' })
  sequelize.define('Tag', { reason: DataTypes.STRING }, { paranoid: [1, 2].with !== undefined })
}
