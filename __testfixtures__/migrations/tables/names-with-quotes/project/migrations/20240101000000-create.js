exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('"Users"', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.addColumn('Users', 'deletedAt', Sequelize.DATE)
}
