const base = (sequelize) => (name, attributes) => (options) =>
  sequelize.define(name, { id: { type: 'INTEGER', primaryKey: true }, ...attributes }, { underscored: true, ...options })

module.exports = (sequelize, DataTypes) => base(sequelize)('Visit', { reason: DataTypes.STRING })({ paranoid: true })
