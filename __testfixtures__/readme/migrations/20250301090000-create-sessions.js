module.exports = {
  up: (queryInterface, { DATE, INTEGER, STRING }) =>
    queryInterface.createTable('sessions', {
      id: { type: INTEGER, primaryKey: true, autoIncrement: true },
      title: STRING,
      createdAt: { type: DATE, allowNull: false },
      updatedAt: { type: DATE, allowNull: false },
    }),

  down: (queryInterface) => queryInterface.dropTable('sessions'),
}
