const Promise = require('bluebird')

module.exports = {
  up: Promise.coroutine(function* (queryInterface, Sequelize) {
    yield queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
  }),
}
