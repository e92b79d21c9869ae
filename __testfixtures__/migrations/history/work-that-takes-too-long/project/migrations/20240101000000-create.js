exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  let sum = 0
  for (let i = 0; i < 2500; i++) for (let j = 0; j < 250; j++) sum += i * j
  await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
}
