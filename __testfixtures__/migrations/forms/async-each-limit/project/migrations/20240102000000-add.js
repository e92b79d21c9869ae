const async = require('async')

module.exports = {
  up: (queryInterface, Sequelize, done) =>
    async.eachLimit(
      ['deletedAt'],
      1,
      (column, next) => queryInterface.addColumn('users', column, Sequelize.DATE).then(() => next(), next),
      done,
    ),
}
