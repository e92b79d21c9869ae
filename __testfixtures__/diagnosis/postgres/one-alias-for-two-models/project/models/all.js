module.exports = (sequelize) => {
  const Band = sequelize.define('Band', {})
  const Choir = sequelize.define('Choir', {})
  const Player = sequelize.define('Player', {}, { paranoid: true })
  const Singer = sequelize.define('Singer', {}, { paranoid: true })
  Band.hasMany(Player, { as: 'members' })
  Choir.hasMany(Singer, { as: 'members' })
}
