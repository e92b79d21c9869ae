exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createSchema('studio')
  await queryInterface.createTable(
    'users',
    { id: { type: Sequelize.INTEGER, primaryKey: true }, deletedAt: Sequelize.DATE },
    { schema: 'studio' },
  )
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
}
