module.exports = (sequelize, DataTypes) => {
  const Visit = sequelize.define('Visit', { reason: DataTypes.STRING })
  const Room = sequelize.define('Room', { reason: DataTypes.STRING })
  Visit.belongsToMany(Room, { through: { model: 'VisitRoom', unique: false, paranoid: true }, paranoid: true })
  Visit.list = () => Visit.findAll({ paranoid: false, include: [{ model: Room, paranoid: true }] })
  Visit.addScope('all', { paranoid: false })
  Visit.prototype.remove = function () {
    return this.destroy({ force: true, paranoid: true })
  }
  return Visit
}
