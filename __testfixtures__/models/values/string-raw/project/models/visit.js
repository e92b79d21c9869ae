const tag = (texts, ...values) => texts.raw.map((text, index) => text + (values[index] ?? '')).join('')

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: true, tableName: String.raw`visits_2` })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: true, tableName: String.raw`ro\noms_${1 + 1}` })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { paranoid: true, tableName: tag`be\ds_${'x'}!` })
}
