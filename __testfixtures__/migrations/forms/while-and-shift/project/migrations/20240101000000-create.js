module.exports = {
  async up(queryInterface, Sequelize) {
    const names = ['users', 'posts']
    for (const name in { users: 1, posts: 1 }) {
      await queryInterface.createTable(name, { id: { type: Sequelize.INTEGER, primaryKey: true } })
    }
    let index = 0
    while (index < names.length) {
      await queryInterface.addColumn(names[index], 'deletedAt', Sequelize.DATE)
      index += 1
    }
  },
}
