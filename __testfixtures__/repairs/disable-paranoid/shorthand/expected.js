module.exports = (sequelize, DataTypes) => {
  const paranoid = true
  return sequelize.define('Session', {}, { paranoid: false, timestamps: true })
}
