exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true }, deletedAt: Sequelize.DATE })
  await queryInterface.sequelize.drop()
  await queryInterface.dropAllTables({ skip: [] })
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
}
