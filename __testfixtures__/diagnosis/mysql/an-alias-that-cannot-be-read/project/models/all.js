module.exports = (sequelize) => {
  const Band = sequelize.define('Band', {})
  const Player = sequelize.define('Player', {}, { paranoid: true })
  Band.hasMany(Player, { as: process.env.MEMBERS })
}
