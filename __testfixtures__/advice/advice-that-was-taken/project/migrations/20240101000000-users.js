module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('users', {
      email: { type: Sequelize.STRING, unique: true },
      deletedAt: Sequelize.DATE,
    })
  },
}
