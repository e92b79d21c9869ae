// Adds the column in which a paranoid model notes when a row was deleted: nullable, so no row is rewritten.
// Queries queue behind a change that waits for its lock: it waits a second, lets them by, and tries again.
const [tableName, schema, column] = ['__TABLE__', '__SCHEMA__', '__COLUMN__']
const migration = '__MIGRATION__'
const mark = `Soft delete, added by ${migration}` // The column's description: `down` drops none without.
const { DELETEDAT_LOCK_TRIES: tries = 10, DELETEDAT_ALLOW_DATA_LOSS } = process.env
const tableIn = (found) => ({ ...found, tableName, ...(schema ? { schema } : {}) })
const catalog = `SELECT SCHEMA_NAME(schema_id) AS [schema],
    c.name AS there, CAST(value AS nvarchar(400)) AS mark
  FROM sys.tables t LEFT JOIN sys.columns c ON c.object_id = t.object_id AND c.name = :column
  LEFT JOIN sys.extended_properties p ON p.major_id = c.object_id AND p.minor_id = c.column_id
    AND p.class = 1 AND p.name = 'MS_Description'
  WHERE t.object_id = OBJECT_ID(:table)`
const uses = `SELECT 'index ' + i.name AS used FROM sys.indexes i JOIN sys.index_columns k
    ON k.object_id = i.object_id AND k.index_id = i.index_id
  WHERE i.object_id = OBJECT_ID(:table) AND COL_NAME(k.object_id, k.column_id) = :column
  UNION SELECT 'view ' + OBJECT_NAME(referencing_id) FROM sys.sql_expression_dependencies
  WHERE referenced_id = OBJECT_ID(:table)`
const describe = `EXEC sp_addextendedproperty 'MS_Description', :mark, 'SCHEMA', :schema,
  'TABLE', :tableName, 'COLUMN', :column`

module.exports = {
  async up(queryInterface) {
    await gently(queryInterface, async ({ found, query, transaction }) => {
      if (found.there) return console.log(`${migration}: ${column} is there already, it stays as it is`)
      const place = tableIn(found)
      await query('SET LOCK_TIMEOUT 1000')
      await queryInterface.addColumn(
        place,
        column,
        { type: 'DATETIMEOFFSET', allowNull: true },
        { transaction },
      )
      await query(describe, { ...place, column, mark })
    })
  },

  async down(queryInterface) {
    await gently(queryInterface, async ({ found, table, query }) => {
      const ours = String(found.mark).includes(mark)
      if (!ours) return console.log(`${migration}: ${column} is not marked as added here, it stays as it is`)
      const name = queryInterface.quoteIdentifier(column)
      const [[{ lost }]] = await query(`SELECT count(*) AS lost FROM ${table} WHERE ${name} IS NOT NULL`)
      const back = `${lost} soft-deleted rows would come back to life: restore or delete them first, or set`
      if (lost > 0 && !DELETEDAT_ALLOW_DATA_LOSS) throw new Error(`${back} DELETEDAT_ALLOW_DATA_LOSS=1`)
      const [others] = await query(uses, { table, column })
      for (const { used } of others)
        console.log(`${migration}: ${used} may hold ${column}, or need a refresh`)
      console.log(`${migration}: with ${column} go ${lost} deletion times`)
      await query('SET LOCK_TIMEOUT 1000')
      await query(`ALTER TABLE ${table} DROP COLUMN ${name}`)
    })
  },
}

/** On one connection, that of a transaction: SET LOCK_TIMEOUT holds for no other. */
function gently(on, work, tried = 1) {
  const quote = (found) => (on.queryGenerator || on.QueryGenerator).quoteTable(tableIn(found))
  const table = quote({ schema: on.sequelize.options.schema })
  const changed = on.sequelize.transaction(async (transaction) => {
    const query = (sql, replacements) => on.sequelize.query(sql, { replacements, transaction })
    const [[found]] = await query(catalog, { table, column })
    if (!found) throw new Error(`${table} is a view, or no table: run the migration that creates it first`)
    const done = work({ found, table: quote(found), query, transaction })
    await done.finally(() => query('SET LOCK_TIMEOUT -1'))
  })
  return changed.catch(async (error) => {
    const { number } = error.cause || error.parent || error
    if (tried >= tries || number !== 1222) throw error
    const seconds = Math.min(0.1 * 2 ** tried, 10)
    console.log(`${table} is locked, again in ${seconds} s (${tried} of DELETEDAT_LOCK_TRIES=${tries})`)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    await gently(on, work, tried + 1)
  })
}
