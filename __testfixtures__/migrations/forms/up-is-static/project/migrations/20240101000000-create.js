module.exports = class {
  static async up(queryInterface, Sequelize) {
    await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true }, deletedAt: Sequelize.DATE })
  }
}
