const async = require('async')
exports.up = function (db, callback) {
  async.series(
    [
      function (next) {
        db.createTable('users', { id: 'int' }, next)
      },
      (next) => db.addColumn('users', 'deletedAt', { type: 'datetime' }, next),
    ],
    callback,
  )
}
