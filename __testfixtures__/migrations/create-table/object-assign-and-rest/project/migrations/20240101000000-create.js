const base = (S) => ({ id: { type: S.INTEGER, primaryKey: true }, createdAt: S.DATE, deletedAt: S.DATE })

module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('a', Object.assign({}, base(Sequelize), { name: Sequelize.STRING }))
    const { deletedAt, ...rest } = base(Sequelize)
    await queryInterface.createTable('b', rest)
    const columns = base(Sequelize)
    delete columns.deletedAt
    columns.deleted_at = { type: Sequelize.DATE }
    await queryInterface.createTable('c', columns)
  },
}
