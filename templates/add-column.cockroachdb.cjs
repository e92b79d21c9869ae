// Adds the column in which a paranoid model notes when a row was deleted: nullable, so no row is rewritten.
// CockroachDB changes tables in the background, while others read and write, and one change after the other.
const [tableName, schema, column] = ['__TABLE__', '__SCHEMA__', '__COLUMN__']
const migration = '__MIGRATION__'
const mark = `Soft delete, added by ${migration}` // The column's comment: `down` drops no column without it.
const { DELETEDAT_LOCK_TRIES: tries = 10, DELETEDAT_ALLOW_DATA_LOSS } = process.env
const tableIn = (found) => ({ ...found, tableName, ...(schema ? { schema } : {}) })
const catalog = `SELECT nspname AS schema, attname AS there, col_description(c.oid, attnum) AS mark
  FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace LEFT JOIN pg_attribute
  ON attrelid = c.oid AND attname = :column WHERE c.oid = to_regclass(:table) AND relkind = 'r'`

module.exports = {
  async up(queryInterface) {
    await gently(queryInterface, async ({ found, table, name, query }) => {
      if (found.there) return console.log(`${migration}: ${column} is there already, it stays as it is`)
      await queryInterface.addColumn(tableIn(found), column, { type: 'TIMESTAMPTZ', allowNull: true })
      await query(`COMMENT ON COLUMN ${table}.${name} IS '${mark}'`)
    })
  },

  async down(queryInterface) {
    await gently(queryInterface, async ({ found, table, name, query }) => {
      const ours = String(found.mark).includes(mark)
      if (!ours) return console.log(`${migration}: ${column} is not marked as added here, it stays as it is`)
      const [[{ lost }]] = await query(`SELECT count(*) AS lost FROM ${table} WHERE ${name} IS NOT NULL`)
      const back = `${lost} soft-deleted rows would come back to life: restore or delete them first, or set`
      if (lost > 0 && !DELETEDAT_ALLOW_DATA_LOSS) throw new Error(`${back} DELETEDAT_ALLOW_DATA_LOSS=1`)
      console.log(`${migration}: with ${column} go ${lost} deletion times`)
      await query(`ALTER TABLE ${table} DROP COLUMN ${name}`)
    })
  },
}

/** In no transaction, for a change of a table is seen there only once it is committed. */
async function gently(on, work, tried = 1) {
  const quote = (found) => (on.queryGenerator || on.QueryGenerator).quoteTable(tableIn(found))
  const table = quote({ schema: on.sequelize.options.schema })
  const query = (sql, replacements) => on.sequelize.query(sql, { replacements })
  const [[found]] = await query(catalog, { table, column })
  if (!found) throw new Error(`${table} is a view, or no table: run the migration that creates it first`)
  try {
    await work({ found, table: quote(found), name: on.quoteIdentifier(column), query })
  } catch (error) {
    const { code } = error.cause || error.parent || error
    if (tried >= tries || !/^(55P03|40001)$/.test(code)) throw error
    const seconds = Math.min(0.1 * 2 ** tried, 10)
    console.log(`${table} is busy, again in ${seconds} s (${tried} of DELETEDAT_LOCK_TRIES=${tries})`)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    await gently(on, work, tried + 1)
  }
}
