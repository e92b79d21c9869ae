const { defaults, defaultsDeep, pick, omit } = require('lodash')
const base = { paranoid: true, tableName: 'base', scopes: { all: {} } }

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, defaultsDeep({ tableName: 'visit' }, base))
  sequelize.define('Room', { reason: DataTypes.STRING }, defaults({ paranoid: null, tableName: 'room' }, base))
  sequelize.define('Bed', { reason: DataTypes.STRING }, defaults({ paranoid: undefined, tableName: 'bed' }, base))
  sequelize.define('Ward', { reason: DataTypes.STRING }, pick(base, ['paranoid']))
  sequelize.define('Tag', { reason: DataTypes.STRING }, omit(base, 'paranoid', 'tableName'))
  sequelize.define('Pill', { reason: DataTypes.STRING }, defaultsDeep({ paranoid: null, tableName: 'pill' }, base))
}
