module.exports = {
  async up(queryInterface, Sequelize) {
    const transaction = await queryInterface.sequelize.transaction()
    try {
      await queryInterface.createTable(
        'users',
        { id: { type: Sequelize.INTEGER, primaryKey: true } },
        { transaction },
      )
      await queryInterface.addColumn('users', 'deletedAt', { type: Sequelize.DATE }, { transaction })
      await transaction.commit()
    } catch (error) {
      await transaction.rollback()
      await queryInterface.removeColumn('users', 'deletedAt')
      throw error
    }
  },
}
