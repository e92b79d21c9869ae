const cache = { query: (text) => text }
exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true }, deletedAt: Sequelize.DATE })
  cache.query('ALTER TABLE users DROP COLUMN "deletedAt"')
}
