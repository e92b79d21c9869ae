/**
 * Adds the column in which a paranoid model notes when a row was deleted; it is nullable, so no row is rewritten.
 * `down` removes the column only if this `up` added it, which its comment tells: it names this migration. SQLite
 * has no comments on columns, but it keeps the one that stands in the column's definition.
 */
import { DataTypes, type QueryInterface, type TableName, type Transaction } from 'sequelize'

type Work = (dialect: string, transaction?: Transaction) => Promise<void>
const table: TableName = { tableName: '__TABLE__', schema: '__SCHEMA__' }
const column = '__COLUMN__'
const migration = '__MIGRATION__'
const comment = `Soft delete, added by ${migration}`
const quoted = (on: QueryInterface) => (on.queryGenerator as QueryInterface).quoteTable(table)

export async function up(queryInterface: QueryInterface): Promise<void> {
  await inTransaction(queryInterface, async (dialect, transaction) => {
    const found = await findColumn(queryInterface, dialect, transaction)
    if (found) return console.log(`${migration}: ${column} is there already, it stays as it is`)
    const type = dialect === 'sqlite' ? `DATETIME /* ${comment} */` : DataTypes.DATE
    await queryInterface.addColumn(table, column, { type, allowNull: true, comment }, { transaction })
    await queryInterface.addIndex(table, [column], { name: '__INDEX__', transaction })
  })
}

export async function down(queryInterface: QueryInterface): Promise<void> {
  await inTransaction(queryInterface, async (dialect, transaction) => {
    const found = await findColumn(queryInterface, dialect, transaction)
    const added = String(found?.comment).includes(comment)
    if (!added) return console.log(`${migration}: ${column} is not marked as added here, it stays as it is`)
    if (dialect !== 'sqlite') return queryInterface.removeColumn(table, column, { transaction })
    await queryInterface.removeIndex(table, '__INDEX__', { transaction })
    // On SQLite removeColumn rebuilds the table, and ON DELETE CASCADE deletes the rows that refer to it.
    const drop = `ALTER TABLE ${quoted(queryInterface)} DROP COLUMN ${queryInterface.quoteIdentifier(column)}`
    await queryInterface.sequelize.query(drop, { transaction })
  })
}

/** MySQL and MariaDB commit every change of a table by itself: a transaction would promise too much. */
function inTransaction({ sequelize }: QueryInterface, work: Work): Promise<void> {
  const dialect = sequelize.getDialect()
  if (!['postgres', 'sqlite', 'mssql'].includes(dialect)) return work(dialect)
  return sequelize.transaction((transaction) => work(dialect, transaction))
}

/** Not by describeTable where a comment in another schema (Postgres) or an index (SQLite) can make it fail. */
async function findColumn(queryInterface: QueryInterface, dialect: string, transaction?: Transaction) {
  const { [dialect]: sql }: Record<string, string | undefined> = {
    postgres: `SELECT attname AS name, col_description(attrelid, attnum) AS comment
      FROM pg_attribute WHERE attrelid = to_regclass(:table)`,
    sqlite: `SELECT c.name, t.sql AS comment
      FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.name = trim(:table, char(96))`,
  }
  if (!sql) return (await queryInterface.describeTable(table, { transaction } as object))[column]
  const options = { replacements: { table: quoted(queryInterface) }, transaction }
  const [columns] = await queryInterface.sequelize.query(sql, options)
  const named = columns as { name: string; comment?: string }[]
  if (named.length > 0) return named.find(({ name }) => name === column)
  throw new Error(`There is no table ${quoted(queryInterface)}: run the migration that creates it first`)
}
