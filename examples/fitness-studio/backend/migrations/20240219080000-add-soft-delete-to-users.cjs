module.exports = {
  async up(queryInterface, Sequelize) {
    const users = await queryInterface.describeTable('users')
    if (users.deletedAt) return
    await queryInterface.addColumn('users', 'deletedAt', { type: Sequelize.DATE, allowNull: true })
  },

  async down(queryInterface) {
    await queryInterface.removeColumn('users', 'deletedAt')
  },
}
