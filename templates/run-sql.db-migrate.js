// Adds the column in which a paranoid model notes when a row was deleted: the SQL lies in sqls.
const { readFileSync } = require('node:fs')
const path = require('node:path')

const [table, column, migration] = ['__TABLE__', '__COLUMN__', '__MIGRATION__']
const sqlFor = (way) => readFileSync(path.join(__dirname, 'sqls', `${migration}-${way}.sql`), 'utf8')

exports.up = (db) => db.runSql(sqlFor('up')).then(() => console.log(`${table} has ${column}`))

exports.down = (db) => db.runSql(sqlFor('down'))

exports._meta = { version: 1 }
