module.exports = {
  async up(queryInterface, Sequelize) {
    const tables = ['users']
    await Promise.all(
      tables.map(async (table) => {
        await queryInterface.addColumn(table, 'deletedAt', { type: Sequelize.DATE })
      }),
    )
  },
}
