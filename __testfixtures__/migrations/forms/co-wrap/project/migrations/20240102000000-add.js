const co = require('co')
module.exports = {
  up: co.wrap(function* (queryInterface, Sequelize) {
    yield queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
  }),
}
