const async = require('async')

module.exports = {
  up: (queryInterface, Sequelize, done) =>
    async.series(
      [
        (next) => queryInterface.addColumn('users', 'removed', Sequelize.DATE).then(() => next(), next),
        (next) => queryInterface.renameColumn('users', 'removed', 'deletedAt').then(() => next(), next),
      ],
      done,
    ),
}
