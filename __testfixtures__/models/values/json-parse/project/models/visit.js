const parsed = JSON.parse('{"paranoid": true, "list": [{"deletedAt": "gone"}]}')
const cloned = JSON.parse(JSON.stringify({ paranoid: true, hooks: { beforeFind() {} }, list: [1, undefined] }))
const perhaps = JSON.parse(JSON.stringify({ paranoid: process.env.SOFT_DELETE === 'yes' }))

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, parsed)
  sequelize.define('Room', { reason: DataTypes.STRING }, cloned)
  sequelize.define('Ward', { reason: DataTypes.STRING }, { ...cloned, ...parsed.list[0] })
  sequelize.define('Bed', { reason: DataTypes.STRING }, perhaps)
}
