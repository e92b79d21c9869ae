module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('lockers', {
      id: { type: Sequelize.INTEGER, primaryKey: true },
      deletedAt: Sequelize.DATE,
    })
  },
  async down(queryInterface) {
    await queryInterface.dropTable('lockers')
  },
}
