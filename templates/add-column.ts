// Adds the column in which a paranoid model notes when a row was deleted: nullable, so no row is rewritten.
// Queries queue behind a change that waits for its lock: it waits a second, lets them by, and tries again.
import { DataTypes, type QueryInterface, type Transaction } from 'sequelize'

type Named = Record<string, string | undefined>
type Query = (sql?: string, values?: Named) => Promise<Named[]>
type On = { found: Named; table: string; dialect: string; query: Query; transaction: Transaction }
const [tableName, schema, column] = ['__TABLE__', '__SCHEMA__', '__COLUMN__']
const migration = '__MIGRATION__'
const mark = `Soft delete, added by ${migration}` // The column's comment: `down` drops no column without it.
const { DELETEDAT_LOCK_TRIES: tries = '10', DELETEDAT_ALLOW_DATA_LOSS, DELETEDAT_ALLOW_REBUILD } = process.env
const instant = DELETEDAT_ALLOW_REBUILD ? '' : ', ALGORITHM=INSTANT' // Else MySQL rebuilds, and says nothing.
const types: Named = { mysql: `DATETIME COMMENT '${mark}'${instant}`, sqlite: `DATETIME /* ${mark} */` }
const limits: Named = {
  postgres: "SET LOCAL lock_timeout = '1s'; SET LOCAL statement_timeout = '5s'",
  mysql: 'SET lock_wait_timeout = 1',
}
const catalogs: Named = {
  postgres: `SELECT nspname AS schema, attname AS there, col_description(c.oid, attnum) AS mark,
      (SELECT string_agg(pg_describe_object(classid, objid, 0), ', ') FROM pg_depend
        WHERE refobjid = c.oid AND refobjsubid = attnum) AS uses
    FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace LEFT JOIN pg_attribute
    ON attrelid = c.oid AND attname = :column WHERE c.oid = to_regclass(:table) AND relkind IN ('r', 'p')`,
  mysql: `SELECT MAX(column_name) AS there, MAX(column_comment) AS mark, GROUP_CONCAT(index_name) AS uses
    FROM information_schema.columns NATURAL LEFT JOIN information_schema.statistics
    WHERE table_schema = IF(:home = '', DATABASE(), :home) AND table_name = :name AND column_name = :column`,
  sqlite: `SELECT c.name AS there, t.sql AS mark FROM sqlite_master t LEFT JOIN pragma_table_info(t.name) c
    ON c.name = :column WHERE t.name = :name AND t.type = 'table'`,
}
const tableIn = (found: object) => ({ ...found, tableName, ...(schema ? { schema } : {}) })

export async function up(queryInterface: QueryInterface): Promise<void> {
  await gently(queryInterface, async ({ found, dialect, query, transaction }) => {
    if (found.there) return console.log(`${migration}: ${column} is there already, it stays as it is`)
    const comment = dialect === 'postgres' ? mark : undefined
    const attribute = { type: types[dialect] || DataTypes.DATE, allowNull: true, comment }
    await query(limits[dialect])
    await queryInterface.addColumn(tableIn(found), column, attribute, { transaction })
  })
}

export async function down(queryInterface: QueryInterface): Promise<void> {
  await gently(queryInterface, async ({ found, table, dialect, query }) => {
    const ours = String(found.mark).includes(mark)
    if (!ours) return console.log(`${migration}: ${column} is not marked as added here, it stays as it is`)
    const name = queryInterface.quoteIdentifier(column)
    const [{ lost }] = await query(`SELECT count(*) AS lost FROM ${table} WHERE ${name} IS NOT NULL`)
    const back = `${lost} soft-deleted rows would come back to life: restore or delete them first, or set`
    if (Number(lost) && !DELETEDAT_ALLOW_DATA_LOSS) throw new Error(`${back} DELETEDAT_ALLOW_DATA_LOSS=1`)
    console.log(`${migration}: with ${column} go ${lost} deletion times, and ${found.uses || 'nothing else'}`)
    await query(limits[dialect])
    await query(`ALTER TABLE ${table} DROP COLUMN ${name}${dialect === 'mysql' ? instant : ''}`)
  })
}

/** On one connection, that of a transaction; on the table that the database finds, not just in "public". */
function gently(on: QueryInterface, work: (on: On) => Promise<unknown>, tried = 1): Promise<void> {
  const { sequelize } = on
  const quote = (found: object) => (on.queryGenerator as QueryInterface).quoteTable(tableIn(found))
  const dialect = sequelize.getDialect().replace('mariadb', 'mysql')
  const table = quote(dialect === 'postgres' ? Object(sequelize).options : {})
  const [name, home = ''] = table.slice(1, -1).split('`.`').reverse()
  const changed = sequelize.transaction(async (transaction) => {
    const query = async (sql = 'SELECT 1', values?: Named) =>
      (await sequelize.query(sql, { replacements: values, transaction }))[0] as Named[]
    const reset = () => dialect === 'mysql' && query('SET lock_wait_timeout = DEFAULT')
    const [found] = await query(catalogs[dialect], { table, name, home, column })
    if (!found) throw new Error(`${table} is a view, or no table: run the migration that creates it first`)
    await work({ found, table: quote(found), dialect, query, transaction }).finally(reset)
  })
  return changed.catch(async (error) => {
    if (/ALGORITHM/.test(error.message)) error.message += ' (or set DELETEDAT_ALLOW_REBUILD=1)'
    const { code } = error.parent || error
    if (tried >= Number(tries) || !/^(55P03|ER_LOCK_WAIT_TIMEOUT|SQLITE_BUSY)$/.test(code)) throw error
    const seconds = Math.min(0.1 * 2 ** tried, 10)
    console.log(`${table} is locked, again in ${seconds} s (${tried} of DELETEDAT_LOCK_TRIES=${tries})`)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    await gently(on, work, tried + 1)
  })
}
