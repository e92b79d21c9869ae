exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  const User = queryInterface.sequelize.define(
    'User',
    { id: { type: Sequelize.INTEGER, primaryKey: true } },
    { tableName: 'users', paranoid: true, createdAt: false, updatedAt: false },
  )
  await User.sync({ alter: true })
}
