const steps = [
  (queryInterface, Sequelize) => queryInterface.addColumn('users', 'a', Sequelize.DATE),
  (queryInterface, Sequelize) => queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE),
]
exports.up = async (...args) => {
  for (const step of steps) await step(...args)
}
