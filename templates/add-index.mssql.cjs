// Indexes the column in which a paranoid model notes when a row was deleted. Writers wait meanwhile, for only
// the Enterprise editions of SQL Server can build beside them (WITH (ONLINE = ON)): choose a quiet hour.
const [tableName, schema, column, index] = ['__TABLE__', '__SCHEMA__', '__COLUMN__', '__INDEX__']
const migration = '__MIGRATION__'
const mark = `Soft delete, added by ${migration}` // The index's description: `down` drops none without.
const tableIn = (found) => ({ ...found, tableName, ...(schema ? { schema } : {}) })
const catalog = `SELECT SCHEMA_NAME(schema_id) AS [schema],
    i.name AS made, CAST(value AS nvarchar(400)) AS mark
  FROM sys.tables t LEFT JOIN sys.indexes i ON i.object_id = t.object_id AND i.name = :index
  LEFT JOIN sys.extended_properties p ON p.major_id = i.object_id AND p.minor_id = i.index_id
    AND p.class = 7 AND p.name = 'MS_Description'
  WHERE t.object_id = OBJECT_ID(:table)`
const describe = `EXEC sp_addextendedproperty 'MS_Description', :mark, 'SCHEMA', :schema,
  'TABLE', :tableName, 'INDEX', :index`

module.exports = {
  async up(queryInterface) {
    await inTransaction(queryInterface, async ({ found, table, name, query }) => {
      if (found.made) return console.log(`${migration}: ${index} is there already, it stays as it is`)
      await query(`CREATE INDEX ${name} ON ${table} (${queryInterface.quoteIdentifier(column)})`)
      await query(describe, { ...tableIn(found), index, mark })
    })
  },

  async down(queryInterface) {
    await inTransaction(queryInterface, async ({ found, table, name, query }) => {
      const ours = String(found.mark).includes(mark)
      if (!ours) return console.log(`${migration}: ${index} is not marked as added here, it stays as it is`)
      await query(`DROP INDEX ${name} ON ${table}`)
    })
  },
}

/** Where the table is locked, it fails after a second and can be run again. */
function inTransaction(on, work) {
  const quote = (found) => (on.queryGenerator || on.QueryGenerator).quoteTable(tableIn(found))
  const name = on.quoteIdentifier(index)
  return on.sequelize.transaction(async (transaction) => {
    const query = (sql, replacements) => on.sequelize.query(sql, { replacements, transaction })
    const table = quote({ schema: on.sequelize.options.schema })
    const [[found = {}]] = await query(catalog, { table, index })
    await query('SET LOCK_TIMEOUT 1000')
    const done = work({ found, table: quote(found), name, query })
    await done.finally(() => query('SET LOCK_TIMEOUT -1'))
  })
}
