const isProduction = process.env.NODE_ENV === 'production'

exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  if (isProduction) await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
  if (process.env.NODE_ENV !== 'test') {
    await queryInterface.createTable('seeds', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  }
}
