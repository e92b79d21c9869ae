exports.up = async (queryInterface, Sequelize) => {
  try {
    await queryInterface.describeTable('users')
  } catch (error) {
    await queryInterface.createTable('users', {
      id: { type: Sequelize.INTEGER, primaryKey: true },
      deletedAt: Sequelize.DATE,
    })
  }
}
