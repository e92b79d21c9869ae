const traits = [{ paranoid: true }, { tableName: 'visit' }]
const flags = ['paranoid', 'underscored']

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, traits.reduce((all, one) => ({ ...all, ...one }), {}))
  sequelize.define('Room', { reason: DataTypes.STRING }, Object.fromEntries(flags.map((flag) => [flag, true])))
  sequelize.define('Bed', { reason: DataTypes.STRING }, Object.assign({}, ...traits))
}
