var dbm
exports.setup = function (options) {
  dbm = options.dbmigrate
}
exports.up = function (db, callback) {
  db.createTable(
    'users',
    {
      columns: {
        id: { type: 'int', primaryKey: true, autoIncrement: true },
        name: 'string',
        created_at: { type: 'datetime', notNull: true },
      },
      ifNotExists: true,
    },
    function (err) {
      if (err) return callback(err)
      db.addColumn('users', 'deleted_at', { type: 'datetime' }, callback)
    },
  )
}
exports.down = function (db, callback) {
  db.dropTable('users', callback)
}
