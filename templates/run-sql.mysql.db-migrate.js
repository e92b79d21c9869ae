// Adds the column in which a paranoid model notes when a row was deleted: the SQL lies in sqls.
const { readFileSync } = require('node:fs')
const path = require('node:path')

const [table, column, migration] = ['__TABLE__', '__COLUMN__', '__MIGRATION__']

// One statement after the other: the driver takes several at once only with multipleStatements.
async function run(db, way) {
  const sql = readFileSync(path.join(__dirname, 'sqls', `${migration}-${way}.sql`), 'utf8')
  for (const statement of sql.split(/;\s*$/m)) if (statement.trim()) await db.runSql(statement)
}

exports.up = (db) => run(db, 'up').then(() => console.log(`${table} has ${column}`))

exports.down = (db) => run(db, 'down')

exports._meta = { version: 1 }
