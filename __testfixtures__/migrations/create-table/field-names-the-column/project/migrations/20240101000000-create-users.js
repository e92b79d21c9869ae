module.exports = {
  up: (queryInterface, { INTEGER, DATE }) =>
    queryInterface.createTable('users', {
      id: { type: INTEGER, primaryKey: true },
      createdAt: { type: DATE, field: 'created_at' },
      deletedAt: { type: DATE, field: 'deleted_at', allowNull: true },
    }),
}
