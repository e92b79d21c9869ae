/** What a database itself says of its tables, asked past Sequelize's own descriptions. */

import { QueryTypes, Sequelize } from 'sequelize'
import type { TableName } from '../../../src/types'
import type { TestDatabase } from './types'

/** Connects, works, and leaves no connection behind. */
export async function connected<T>(
  { options }: TestDatabase,
  work: (sequelize: Sequelize) => Promise<T>,
): Promise<T> {
  const sequelize = new Sequelize(options)
  try {
    return await work(sequelize)
  } finally {
    await sequelize.close()
  }
}

const columnsSql = {
  postgres: `SELECT attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n
    ON n.oid = relnamespace WHERE nspname = :schema AND relname = :table AND attnum > 0 AND NOT attisdropped`,
  mysql: `SELECT column_name AS name FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = :path`,
  sqlite: 'SELECT name FROM pragma_table_info(:path)',
}

const indexesSql = {
  postgres: 'SELECT indexname AS name FROM pg_indexes WHERE schemaname = :schema AND tablename = :table',
  mysql: `SELECT DISTINCT index_name AS name FROM information_schema.statistics
    WHERE table_schema = DATABASE() AND table_name = :path`,
  sqlite: 'SELECT name FROM pragma_index_list(:path)',
}

export const columnsOf = (database: TestDatabase, table: TableName) => names(database, columnsSql, table)

export const indexesOf = (database: TestDatabase, table: TableName) => names(database, indexesSql, table)

function names(
  database: TestDatabase,
  sql: Record<TestDatabase['dialect'], string>,
  { schema, name }: TableName,
): Promise<string[]> {
  const path = schema ? `${schema}.${name}` : name
  return connected(database, async (sequelize) => {
    const replacements = { schema: schema ?? 'public', table: name, path }
    const rows = await sequelize.query<{ name: string }>(sql[database.dialect], {
      replacements,
      type: QueryTypes.SELECT,
    })
    return rows.map((row) => row.name)
  })
}
