exports.up = async (queryInterface, Sequelize) => {
  if (process.env.SKIP) return
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true }, deletedAt: Sequelize.DATE })
}
