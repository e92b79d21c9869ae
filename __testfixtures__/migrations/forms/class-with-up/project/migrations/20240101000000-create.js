class CreateUsers {
  constructor() {
    this.table = 'users'
  }
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable(this.table, {
      id: { type: Sequelize.INTEGER, primaryKey: true },
      deletedAt: Sequelize.DATE,
    })
  }
  async down(queryInterface) {
    await queryInterface.dropTable(this.table)
  }
}

module.exports = CreateUsers
