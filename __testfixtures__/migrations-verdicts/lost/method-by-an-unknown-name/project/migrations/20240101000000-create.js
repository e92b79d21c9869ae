exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface[process.env.ACTION]('users', 'deletedAt', Sequelize.DATE)
}
