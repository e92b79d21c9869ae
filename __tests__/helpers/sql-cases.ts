/** The cases of __testfixtures__/sql: a text of SQL, and the changes it makes. */

import fs from 'node:fs'
import path from 'node:path'
import { readSql } from '../../src/migrations/sql'
import type { Change, ColumnSpec, Origin, TableName } from '../../src/types'

const fixtures = path.join(__dirname, '../../__testfixtures__/sql')

export const at: Origin = { file: '/project/migrations/01-users.js', line: 3, column: 5, span: [40, 90] }

export interface SqlCase {
  name: string
  sql: string
  dialect?: string
  /** Whether a real server takes the text as it stands. */
  runnable?: boolean
  /** Without their places. */
  changes: Change[]
}

/** Every folder, which holds `input.sql` and `expected.json` and nothing else. */
export function sqlCases(): SqlCase[] {
  return fs
    .readdirSync(fixtures)
    .sort()
    .map((name) => {
      const files = fs.readdirSync(path.join(fixtures, name)).sort()
      if (files.join() !== 'expected.json,input.sql')
        throw new Error(`Left over in ${name}: ${files.join(', ')}`)
      const text = (file: string) => fs.readFileSync(path.join(fixtures, name, file), 'utf8')
      return { name, sql: text('input.sql'), ...JSON.parse(text('expected.json')) }
    })
}

/** The changes as they stand in expected.json: every place must be the one handed in. */
export function changesOf({ sql, dialect }: Pick<SqlCase, 'sql' | 'dialect'>): Change[] {
  return JSON.parse(
    JSON.stringify(readSql(sql, dialect, at), (key, value) => {
      if (key === 'at' && value !== at) throw new Error(`Another place: ${JSON.stringify(value)}`)
      return key === 'at' || value === 'unknown' ? undefined : value
    }),
  )
}

const table = ({ schema, name }: TableName) => (schema === undefined ? name : `${schema}.${name}`)

const column = ({ name, type, allowNull, hasDefault }: ColumnSpec) =>
  [
    name,
    type,
    allowNull === undefined ? undefined : allowNull ? 'NULL' : 'NOT NULL',
    hasDefault === undefined ? undefined : hasDefault ? 'DEFAULT' : 'NO DEFAULT',
  ]
    .filter((part) => part !== undefined)
    .join(' ')

/** A change in one line. */
export function said(change: Change): string {
  switch (change.do) {
    case 'createTable':
      return `create ${table(change.table)} (${change.columns.map(column).join(', ')})${change.open ? ` or more: ${change.open.why}` : ''}`
    case 'dropTable':
      return `drop ${table(change.table)}`
    case 'renameTable':
      return `rename ${table(change.table)} to ${table(change.to)}`
    case 'addColumn':
      return `add ${table(change.table)}.${column(change.column)}`
    case 'changeColumn':
      return `change ${table(change.table)}.${column(change.column)}`
    case 'removeColumn':
      return `remove ${table(change.table)}.${change.column}`
    case 'renameColumn':
      return `rename ${table(change.table)}.${change.column} to ${change.to}`
    case 'dropSchema':
      return `drop schema ${change.schema}`
    case 'dropAllTables':
      return 'drop all'
    case 'unread':
      return `unread ${change.tables.map(table).join(', ') || 'any'}${change.columns ? ` (${change.columns.join(', ')})` : ''}`
    default:
      return change.do
  }
}
