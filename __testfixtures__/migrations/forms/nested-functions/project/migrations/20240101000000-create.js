module.exports = {
  async up(queryInterface, Sequelize) {
    const add = async (table) => {
      const column = name('At')
      await queryInterface.addColumn(table, column, Sequelize.DATE)
    }

    await create('users')
    await add('users')

    function create(table) {
      return queryInterface.createTable(table, { id: { type: Sequelize.INTEGER, primaryKey: true } })
    }
    function name(ending) {
      return 'deleted' + ending
    }
  },
}
