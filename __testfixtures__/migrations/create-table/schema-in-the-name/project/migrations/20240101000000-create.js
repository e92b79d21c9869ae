module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createSchema('studio').catch(() => {})
    await queryInterface.createTable(
      { tableName: 'users', schema: 'studio' },
      { id: { type: Sequelize.INTEGER, primaryKey: true }, deletedAt: Sequelize.DATE },
    )
    await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  },
}
