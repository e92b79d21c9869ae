function* settings() {
  yield { paranoid: true }
}

module.exports = (sequelize, DataTypes) => {
  const [options] = settings()
  sequelize.define('Visit', { reason: DataTypes.STRING }, options)
  for (const one of settings()) sequelize.define('Room', { reason: DataTypes.STRING }, one)
}
