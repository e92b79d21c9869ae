const TABLES = Object.freeze(['users', 'posts'])
const COLUMNS = { createdAt: 'DATE', deletedAt: 'DATE' }

module.exports = {
  async up(queryInterface, Sequelize) {
    for (const table of TABLES) {
      await queryInterface.createTable(table, { id: { type: Sequelize.INTEGER, primaryKey: true } })
      for (const [column, type] of Object.entries(COLUMNS)) {
        await queryInterface.addColumn(table, column, { type: Sequelize[type] })
      }
    }
    for (let index = 0; index < TABLES.length; index++) {
      await queryInterface.addColumn(TABLES[index], `number_${index}`, Sequelize.INTEGER)
    }
  },
}
