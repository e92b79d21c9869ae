const upper = (texts, ...values) => texts.raw.join('-').toUpperCase()

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: true, tableName: upper`visits` })
}
