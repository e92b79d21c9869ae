module.exports = (sequelize, DataTypes) => {
  const Booking = sequelize.define('Booking', { seat: DataTypes.INTEGER }, { tableName: 'bookings', paranoid: true })
  Booking.associate = (models) => {
    Booking.belongsTo(models.Member, { as: 'guest' })
    Booking.belongsTo(models.Visit, { as: 'seen' })
  }
  return Booking
}
