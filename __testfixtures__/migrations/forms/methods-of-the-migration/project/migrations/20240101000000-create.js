module.exports = {
  tables: ['users'],
  add(queryInterface, Sequelize, table) {
    return queryInterface.addColumn(table, 'deletedAt', Sequelize.DATE)
  },
  async up(queryInterface, Sequelize) {
    for (const table of this.tables) {
      await queryInterface.createTable(table, { id: { type: Sequelize.INTEGER, primaryKey: true } })
      await this.add(queryInterface, Sequelize, table)
    }
  },
}
