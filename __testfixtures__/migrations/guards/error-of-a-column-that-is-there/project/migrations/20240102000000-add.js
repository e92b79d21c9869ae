exports.up = async (queryInterface, Sequelize) => {
  try {
    await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
  } catch (error) {
    if (!/exists|duplicate/i.test(error.message)) throw error
  }
  await queryInterface.addColumn('users', 'deleted_at', Sequelize.DATE).catch(() => {})
}
