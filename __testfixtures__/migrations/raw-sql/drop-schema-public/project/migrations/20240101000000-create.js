exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true }, deletedAt: Sequelize.DATE })
  await queryInterface.sequelize.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
}
