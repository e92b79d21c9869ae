const co = require('co')
module.exports = {
  up: (queryInterface, Sequelize) =>
    co(function* () {
      yield queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
    }),
}
