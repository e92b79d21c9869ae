const settings = { soft: null, hard: undefined }
const { soft = true, hard = true, deep: { more = 'gone' } = {} } = settings
const [first = true, , third = false] = [undefined, 1]

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: soft })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: hard, deletedAt: more })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { paranoid: first })
  sequelize.define('Ward', { reason: DataTypes.STRING }, { paranoid: third })
}
