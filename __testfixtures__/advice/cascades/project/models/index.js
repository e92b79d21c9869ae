module.exports = (sequelize) => {
  const Session = sequelize.define('Session', {}, { tableName: 'sessions', paranoid: true })
  const Device = sequelize.define('Device', {}, { tableName: 'devices', paranoid: true })
  const Place = sequelize.define('Place', {}, { tableName: 'places' })
  Session.hasMany(Device, { onDelete: 'CASCADE', hooks: true })
  Device.belongsTo(Session, { onDelete: 'CASCADE' })
  Place.hasMany(Session, { onDelete: 'CASCADE' })
  Session.hasMany(Place, { onDelete: 'SET NULL' })
}
