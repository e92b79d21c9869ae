const defaults = { timestamps: true }

module.exports = (sequelize, DataTypes) => {
  const a = sequelize.define('Session', {}, Object.assign({}, defaults, { paranoid: false }))
  return a
}
