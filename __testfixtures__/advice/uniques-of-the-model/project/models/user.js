module.exports = (sequelize, DataTypes) => {
  sequelize.define(
    'User',
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, unique: true },
      email: { type: DataTypes.STRING, unique: true },
      firstName: { type: DataTypes.STRING, field: 'first_name', unique: 'whole_name' },
      lastName: { type: DataTypes.STRING, field: 'last_name', unique: { name: 'whole_name' } },
      city: DataTypes.STRING,
    },
    {
      tableName: 'users',
      paranoid: true,
      indexes: [
        { unique: true, fields: ['firstName', { name: 'city' }] },
        { unique: true, fields: ['city'], where: { deletedAt: null } },
        { fields: ['lastName'] },
      ],
    },
  )
  sequelize.define('Log', { line: { type: DataTypes.STRING, unique: true } }, { paranoid: false })
}
