const soft = { paranoid: true, deletedAt: 'gone' }
const hard = { paranoid: false }

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...soft, tableName: 'visit' })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: false, ...soft })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { ...soft, ...hard })
  sequelize.define('Ward', { reason: DataTypes.STRING }, { ...soft, paranoid: undefined })
  sequelize.define('Tag', { reason: DataTypes.STRING }, { ...null, ...undefined, ...false, ...(true && soft) })
}
