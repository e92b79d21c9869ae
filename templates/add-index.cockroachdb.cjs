// Indexes the column in which a paranoid model notes when a row was deleted: CockroachDB builds it in the
// background while others read and write. A migration of its own, for each statement is a change of its own.
const [tableName, schema, column, index] = ['__TABLE__', '__SCHEMA__', '__COLUMN__', '__INDEX__']
const migration = '__MIGRATION__'
const mark = `Soft delete, added by ${migration}` // The index's comment: `down` drops no index without it.
const tableIn = (found) => ({ ...found, tableName, ...(schema ? { schema } : {}) })
const catalog = `SELECT nspname AS schema, i.relname AS made, obj_description(i.oid, 'pg_class') AS mark
  FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace LEFT JOIN (pg_index x JOIN pg_class i
  ON i.oid = x.indexrelid AND i.relname = :index) ON x.indrelid = t.oid WHERE t.oid = to_regclass(:table)`

module.exports = {
  async up(queryInterface) {
    const { found, table, name, at, query } = await placed(queryInterface)
    if (found.made) return console.log(`${migration}: ${index} is there already, it stays as it is`)
    await query(`CREATE INDEX IF NOT EXISTS ${name} ON ${table} (${queryInterface.quoteIdentifier(column)})`)
    await query(`COMMENT ON INDEX ${at}.${name} IS '${mark}'`)
  },

  async down(queryInterface) {
    const { found, name, at, query } = await placed(queryInterface)
    const ours = String(found.mark).includes(mark)
    if (!ours) return console.log(`${migration}: ${index} is not marked as added here, it stays as it is`)
    await query(`DROP INDEX IF EXISTS ${at}.${name}`)
  },
}

/** In no transaction, for a change of a table is seen there only once it is committed. */
async function placed(on) {
  const quote = (found) => (on.queryGenerator || on.QueryGenerator).quoteTable(tableIn(found))
  const query = (sql, replacements) => on.sequelize.query(sql, { replacements })
  const [[found]] = await query(catalog, { table: quote({ schema: on.sequelize.options.schema }), index })
  if (!found) throw new Error(`${tableName} is a view, or no table: run the migration that creates it first`)
  const [name, at] = [index, found.schema].map((one) => on.quoteIdentifier(one))
  return { found, table: quote({ schema: found.schema }), name, at, query }
}
