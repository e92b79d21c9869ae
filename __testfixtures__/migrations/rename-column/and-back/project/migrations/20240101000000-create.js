exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true }, deletedAt: Sequelize.DATE })
  await queryInterface.renameColumn('users', 'deletedAt', 'tmp')
  await queryInterface.renameColumn('users', 'tmp', 'deletedAt')
  await queryInterface.renameTable('users', 'tmp')
  await queryInterface.renameTable('tmp', 'users')
}
