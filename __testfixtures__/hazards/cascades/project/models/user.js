module.exports = (sequelize, DataTypes) => {
  const User = sequelize.define('User', {}, { tableName: 'users', paranoid: true })
  User.associate = ({ Session, Device }) => {
    User.hasMany(Session, { onDelete: 'CASCADE' })
    User.belongsTo(Session, { onDelete: 'cascade' })
    Session.hasMany(Device, { foreignKey: 'sessionId', onDelete: 'CASCADE', hooks: true })
    Session.hasOne(User, { onDelete: 'SET NULL' })
  }
  return User
}
