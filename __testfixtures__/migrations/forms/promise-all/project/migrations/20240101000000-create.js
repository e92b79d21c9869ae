module.exports = {
  up: (queryInterface, Sequelize) =>
    Promise.all([
      queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } }),
      queryInterface.createTable('posts', {
        id: { type: Sequelize.INTEGER, primaryKey: true },
        deletedAt: Sequelize.DATE,
      }),
    ]),
}
