module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: 'a-b'.split('-').length === 2 })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: /soft/.test('soft-delete') })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { paranoid: 'Bed'.match(/b/) !== null })
  sequelize.define('Ward', { reason: DataTypes.STRING }, { paranoid: true, tableName: 'userVisit'.replace(/([A-Z])/g, '_$1').toLowerCase() })
}
