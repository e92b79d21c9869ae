const parsed = JSON.parse('{"paranoid": true}')
const cloned = JSON.parse(JSON.stringify({ paranoid: true }))

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, parsed)
  sequelize.define('Room', { reason: DataTypes.STRING }, cloned)
}
