const paranoid = true
const deletedAt = 'gone'

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid, deletedAt })
  sequelize.define('Room', { reason: DataTypes.STRING }, { get paranoid() { return paranoid } })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { paranoid: paranoid && !paranoid })
}
