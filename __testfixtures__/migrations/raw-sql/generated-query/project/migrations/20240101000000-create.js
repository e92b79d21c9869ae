exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  const sql = queryInterface.queryGenerator.addColumnQuery('users', 'deletedAt', { type: Sequelize.DATE })
  await queryInterface.sequelize.query(sql)
}
