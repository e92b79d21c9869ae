/** Keeps what a history does to each table, step by step: the evidence that a report shows as a time line. */

import { writtenTable } from '../dialects'
import type { Change, Judged, Schema, TableName, TableStep } from '../types'
import { isUnknown } from '../values'
import type { Applied } from './schema'
import { bare, fold, foldsCase, schemaOf } from './table-names'

/** Must be called before the change is applied. Keys are no steps: soft delete asks for columns. */
export function noteStep(schema: Schema, change: Change, how: Applied): void {
  const step = stepOf(change, how)
  if (!step) return
  schema.histories ??= new Map()
  for (const table of touched(schema, change)) {
    const key = keyOf(table, how.dialect)
    const steps = schema.histories.get(key) ?? []
    // They belong to this schema alone: a history of many steps is not copied for each of them.
    steps.push(step)
    schema.histories.delete(key)
    const now = change.do === 'renameTable' ? { schema: table.schema, ...change.to } : table
    schema.histories.set(keyOf(now, how.dialect), steps)
  }
}

/** Adds to each model that needs a column what the migrations do to its table. */
export const withHistory = (
  models: Judged[],
  { histories }: Schema,
  { dialect, sequelize }: { dialect?: string; sequelize?: string },
): Judged[] =>
  models.map((judged) => {
    const { table, needsColumn } = judged.model
    if (needsColumn === false || isUnknown(table)) return judged
    const history = histories?.get(keyOf(writtenTable(table, dialect, sequelize), dialect))
    return history ? { ...judged, history } : judged
  })

function stepOf(change: Change, { at, operation, sure, from }: Applied): TableStep | undefined {
  const step = { at, operation, sure, ...(from !== undefined && { from }) }
  switch (change.do) {
    case 'createTable':
      return { ...step, does: change.do, columns: change.columns.map(({ name }) => name) }
    case 'addColumn':
    case 'changeColumn':
      return { ...step, does: change.do, columns: [change.column.name] }
    case 'removeColumn':
      return { ...step, does: change.do, columns: [change.column] }
    case 'renameColumn':
      return { ...step, does: change.do, columns: [change.column], to: change.to }
    case 'renameTable':
      return { ...step, does: change.do, columns: [], to: change.to.name }
    case 'dropTable':
    case 'dropSchema':
    case 'dropAllTables':
      return { ...step, does: 'dropTable', columns: [] }
    case 'unread':
      return { ...step, does: change.do, columns: change.columns ?? [], says: change.unknown.why }
    default:
      return undefined
  }
}

function touched({ tables }: Schema, change: Change): TableName[] {
  switch (change.do) {
    case 'dropAllTables':
      return tables.flatMap(({ name }) => (change.skip?.includes(name.name) ? [] : [name]))
    case 'dropSchema':
      return tables.flatMap(({ name }) =>
        schemaOf(name) === schemaOf({ schema: change.schema, name: '' }) ? [name] : [],
      )
    case 'unread':
      return change.tables
    default:
      return change.table ? [change.table] : []
  }
}

const keyOf = (table: TableName, dialect: string | undefined): string =>
  `${schemaOf(table)}\0${foldsCase(dialect) ? fold(table.name) : bare(table.name)}`
