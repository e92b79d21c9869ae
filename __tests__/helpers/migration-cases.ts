/** The cases of __testfixtures__/migrations: a project, what is special about it, and what its history builds. */

import fs from 'node:fs'
import path from 'node:path'
import { createReader } from '../../src/io/reading/files'
import { diff } from '../../src/judging/diff'
import { inOrder, migrationFiles, replayMigrations } from '../../src/migrations'
import type { Column, Model, Schema, Status, Table, TableName } from '../../src/types'

export const fixtures = path.join(__dirname, '../../__testfixtures__/migrations')

/** case.json; every field may be left out. */
export interface Special {
  /** The databases it is written for: replayed for each, and run on each. Left out: both. */
  dialects?: ('postgres' | 'mariadb')[]
  /** Folders of migrations. Left out: `migrations`. */
  folders?: string[]
  /** What `up` is handed: (queryInterface, Sequelize), umzug's ({ context }), or nothing. Left out: cli. */
  style?: 'cli' | 'umzug' | 'umzug-sequelize' | 'bare'
  /** Left out: by file name. */
  order?: 'path'
  /** Why no real Sequelize can run it here. */
  notRun?: string
  /** SQL that is run first, where the history begins in the middle. */
  before?: string[]
  env?: Record<string, string>
  /** "table.column" or "table" -> why it is taken to be there although this run does not make it. */
  more?: Record<string, string>
  /** "table" -> why nothing is known of a table that this run makes. */
  unseen?: Record<string, string>
}

export interface Expected {
  tables: Record<string, ShownTable>
  blind?: string[]
  /** "table.column" -> what `check` says of a model that asks for it. */
  verdicts?: Record<string, Status>
}

interface ShownTable {
  columns: Record<string, string>
  madeElsewhere?: true
  perhapsGone?: true
  open?: string
}

export interface Case {
  name: string
  folder: string
  project: string
  special: Special
}

export const foldersIn = (folder: string): string[] => fs.readdirSync(folder).sort()

/** Every `<operation>/<what-is-special>` below a folder. */
export function casesIn(root: string): Case[] {
  return foldersIn(root).flatMap((operation) =>
    foldersIn(path.join(root, operation)).map((special) => readCase(root, `${operation}/${special}`)),
  )
}

function readCase(root: string, name: string): Case {
  const folder = path.join(root, name)
  const file = path.join(folder, 'case.json')
  const special = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  return { name, folder, project: path.join(folder, 'project'), special }
}

export const expectedOf = ({ folder }: Case): Expected =>
  JSON.parse(fs.readFileSync(path.join(folder, 'expected.json'), 'utf8'))

export const dialectsOf = ({ special }: Case) => special.dialects ?? (['postgres', 'mariadb'] as const)

export function replayed({ project, special }: Case, dialect: string): Schema {
  const reader = createReader(undefined, project)
  const folders = (special.folders ?? ['migrations']).map((folder) => path.join(project, folder))
  return replayMigrations(inOrder(migrationFiles(folders, reader)), reader, { dialect, root: project })
}

/** `schema.name`, without the schema where it is the usual one. */
export const keyOf = ({ schema, name }: TableName): string =>
  (schema && schema !== 'public' ? `${schema}.` : '') + name.replace(/^"(.*)"$/, '$1')

export function shown(schema: Schema): Expected {
  const tables = Object.fromEntries(schema.tables.map((table) => [keyOf(table.name), shownTable(table)]))
  const blind = schema.blind.map(
    ({ unknown, columns }) => unknown.why + (columns ? ` [${columns.join(', ')}]` : ''),
  )
  return { tables, ...(blind.length > 0 && { blind }) }
}

const shownTable = (table: Table): ShownTable => ({
  columns: Object.fromEntries(
    [...table.columns.values()].map((column) => [column.name, shownColumn(column)]),
  ),
  ...(table.createdElsewhere && { madeElsewhere: true as const }),
  ...(table.perhapsGone && { perhapsGone: true as const }),
  ...(table.open && { open: table.open.why }),
})

const nullability = (allowNull: boolean | undefined): string[] =>
  allowNull === undefined ? [] : [allowNull ? 'NULL' : 'NOT NULL']

const shownColumn = ({ type, allowNull, hasDefault, perhapsGone }: Column): string =>
  [
    type ?? '?',
    ...nullability(allowNull),
    ...(hasDefault ? ['DEFAULT'] : []),
    ...(perhapsGone ? ['perhaps gone'] : []),
  ].join(' ')

/** What is said of a model that asks this table for this column. */
export function verdictOf(schema: Schema, table: TableName, column: string, dialect: string): Status {
  const at = { file: 'model.js', line: 1, column: 1, span: [0, 0] as const }
  const model: Model = {
    name: 'Model',
    style: 'define',
    table,
    paranoid: true,
    needsColumn: true,
    attribute: 'deletedAt',
    column,
    underscored: false,
    origin: at,
    sites: {},
    trace: [],
  }
  return diff([model], schema, { dialect, strict: false })[0]!.status
}

/** "app.users.deletedAt" */
export function verdicts(schema: Schema, asked: string[], dialect: string): Record<string, Status> {
  return Object.fromEntries(
    asked.map((key) => {
      const [column, name, inSchema] = key.split('.').reverse() as [string, string, string?]
      const table = { name, ...(inSchema && { schema: inSchema }) }
      return [key, verdictOf(schema, table, column, dialect)]
    }),
  )
}
