// Indexes the column in which a paranoid model notes when a row was deleted: others read and write meanwhile.
// A migration of its own, for Postgres builds such an index in no transaction. Each step can be run again.
const [tableName, schema, column, index] = ['__TABLE__', '__SCHEMA__', '__COLUMN__', '__INDEX__']
const migration = '__MIGRATION__'
const mark = `Soft delete, added by ${migration}` // The index's comment: `down` drops no index without it.
const { DELETEDAT_LOCK_TRIES: tries = 10 } = process.env
const begin = {
  postgres: "COMMIT; SET lock_timeout = '1min'; SET statement_timeout = 0", // Nobody queues behind its lock.
  mysql: 'SET lock_wait_timeout = 1',
}
const end = {
  postgres: 'RESET lock_timeout; RESET statement_timeout',
  mysql: 'SET lock_wait_timeout = DEFAULT',
}
const catalogs = {
  postgres: `SELECT nspname AS schema, i.relname AS made, obj_description(i.oid, 'pg_class') AS mark
    FROM pg_class t JOIN pg_namespace n ON n.oid = relnamespace LEFT JOIN (pg_index JOIN pg_class i
    ON i.oid = indexrelid AND i.relname = CAST(:index AS name)) ON indrelid = t.oid
    WHERE t.oid = to_regclass(:table)`,
  mysql: `SELECT MAX(index_name) AS made, MAX(index_comment) AS mark FROM information_schema.statistics
    WHERE table_schema = IF(:home = '', DATABASE(), :home) AND table_name = :last AND index_name = :index`,
  sqlite: `SELECT MAX(name) AS made, MAX(sql) AS mark FROM sqlite_master WHERE name = :index`,
}
const tableIn = (found) => ({ ...found, tableName, ...(schema ? { schema } : {}) })

module.exports = {
  async up(queryInterface) {
    await gently(queryInterface, async ({ found, dialect, query }, { table, name, fresh, field, at }) => {
      if (found.made) return console.log(`${migration}: ${index} is there already, it stays as it is`)
      if (dialect === 'sqlite') return query(`CREATE INDEX ${name} ON ${table} (${field} /* ${mark} */)`)
      const how = `COMMENT '${mark}', ALGORITHM=INPLACE, LOCK=NONE`
      if (dialect === 'mysql') return query(`ALTER TABLE ${table} ADD INDEX ${name} (${field}) ${how}`)
      // A build that fails leaves an invalid index, so it has a name of its own until it is done.
      await query(`DROP INDEX CONCURRENTLY IF EXISTS ${at}.${fresh}`)
      await query(`CREATE INDEX CONCURRENTLY IF NOT EXISTS ${fresh} ON ${table} (${field})`)
      await query(`ALTER INDEX IF EXISTS ${at}.${fresh} RENAME TO ${name};
        COMMENT ON INDEX ${at}.${name} IS '${mark}'`)
    })
  },

  async down(queryInterface) {
    await gently(queryInterface, async ({ found, dialect, query }, { table, name, at }) => {
      const ours = String(found.mark).includes(mark)
      if (!ours) return console.log(`${migration}: ${index} is not marked as added here, it stays as it is`)
      if (dialect === 'sqlite') return query(`DROP INDEX ${name}`)
      if (dialect === 'mysql') return query(`ALTER TABLE ${table} DROP INDEX ${name}, ALGORITHM=INPLACE`)
      await query(`DROP INDEX CONCURRENTLY IF EXISTS ${at}.${name}`)
    })
  },
}

/** On one connection, that of a transaction; Postgres leaves it, for CONCURRENTLY is refused in one. */
function gently(on, work, tried = 1) {
  const { sequelize } = on
  const quote = (found) => (on.queryGenerator || on.QueryGenerator).quoteTable(tableIn(found))
  const dialect = sequelize.getDialect().replace('mariadb', 'mysql')
  const table = quote(dialect === 'postgres' ? sequelize.options : {})
  const [last, home = ''] = table.slice(1, -1).split('`.`').reverse()
  const changed = sequelize.transaction(async (transaction) => {
    const query = (sql = 'SELECT 1', values) => sequelize.query(sql, { replacements: values, transaction })
    const [[found = {}]] = await query(catalogs[dialect], { table, last, home, index })
    const names = [index, `new_${index}`, column, found.schema || '']
    const [name, fresh, field, at] = names.map((one) => on.quoteIdentifier(one))
    await query(begin[dialect])
    const done = work({ found, dialect, query }, { table: quote(found), name, fresh, field, at })
    await done.finally(() => query(end[dialect]))
    if (dialect === 'postgres') await query('BEGIN') // What Sequelize commits.
  })
  return changed.catch(async (error) => {
    const { code } = error.parent || error
    if (tried >= tries || !/^(55P03|ER_LOCK_WAIT_TIMEOUT|SQLITE_BUSY)$/.test(code)) throw error
    const seconds = Math.min(0.1 * 2 ** tried, 10)
    console.log(`${table} is locked, again in ${seconds} s (${tried} of DELETEDAT_LOCK_TRIES=${tries})`)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    await gently(on, work, tried + 1)
  })
}
