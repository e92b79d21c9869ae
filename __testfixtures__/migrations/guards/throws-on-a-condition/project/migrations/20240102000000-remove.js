exports.up = async (queryInterface, Sequelize) => {
  const [[{ count }]] = await queryInterface.sequelize.query('SELECT 0 AS count')
  if (Number(count) > 0) {
    await queryInterface.addColumn('posts', 'deletedAt', Sequelize.DATE)
    throw new Error('There are deleted users left')
  }
  await queryInterface.removeColumn('users', 'deletedAt')
}
