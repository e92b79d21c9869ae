var async = require('async')
exports.up = function (db, callback) {
  async.series(
    [
      db.createTable.bind(db, 'users', { id: 'int' }),
      db.addColumn.bind(db, 'users', 'deletedAt', { type: 'datetime' }),
    ],
    callback,
  )
}
