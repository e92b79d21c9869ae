exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true }, deletedAt: Sequelize.DATE })
  await queryInterface.createTable('posts', { id: { type: Sequelize.INTEGER, primaryKey: true }, deletedAt: Sequelize.DATE })
  await queryInterface.dropAllTables({ skip: ['users'] })
  await queryInterface.createTable('posts', { id: { type: Sequelize.INTEGER, primaryKey: true } })
}
