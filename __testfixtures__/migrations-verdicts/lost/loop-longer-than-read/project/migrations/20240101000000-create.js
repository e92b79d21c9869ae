exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  for (let i = 0; i < 4000; i++) {
    if (i === 3500) await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
  }
}
