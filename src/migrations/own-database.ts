/** On MySQL, MariaDB and SQLite the name before a table in SQL is a database: `ALTER TABLE hotel.rooms`. */

import type { Change, TableName } from '../types'
import type { Step } from './notes'
import { tablesOf } from './sql'

const DIALECTS = ['mysql', 'mariadb', 'sqlite']

/**
 * Takes the database that SQL writes before a table for the project's own, where the history names no other one for
 * this table, and makes the table either with the database's name or without it. SQLite calls its own `main`.
 *
 * @param steps the whole history
 * @returns the change, with its tables named without their database where that is the project's own
 */
export function inOwnDatabase(steps: Step[], dialect: string | undefined): (step: Step) => Change {
  if (!dialect || !DIALECTS.includes(dialect)) return ({ change }) => change
  const uses = usesOf(steps)
  const own = (table: TableName): TableName =>
    table.schema === (dialect === 'sqlite' ? 'main' : ownOf(uses.get(table.name)))
      ? { name: table.name }
      : table
  return ({ change, operation }) => (operation === 'sql' ? withTables(change, own) : change)
}

/** How a history names one table. */
interface Uses {
  databases: Set<string>
  isMadeWith: boolean
  isMadeWithout: boolean
}

function ownOf(uses: Uses | undefined): string | undefined {
  const [own, ...others] = uses?.databases ?? []
  return others.length || (uses?.isMadeWith && uses.isMadeWithout) ? undefined : own
}

function usesOf(steps: Step[]): Map<string, Uses> {
  const all = new Map<string, Uses>()
  for (const { change, operation } of steps)
    for (const { name, schema } of tablesOf(change)) {
      const uses = all.get(name) ?? { databases: new Set(), isMadeWith: false, isMadeWithout: false }
      all.set(name, uses)
      const isMade = change.do === 'createTable'
      if (schema === undefined) uses.isMadeWithout ||= isMade
      // The queryInterface writes a schema into the table's own name.
      else if (operation === 'sql') {
        uses.databases.add(schema)
        uses.isMadeWith ||= isMade
      }
    }
  return all
}

function withTables(change: Change, own: (table: TableName) => TableName): Change {
  switch (change.do) {
    case 'createTable':
      return {
        ...change,
        table: own(change.table),
        ...(change.copies && { copies: change.copies.map((one) => ({ ...one, from: own(one.from) })) }),
      }
    case 'unread':
      return { ...change, tables: change.tables.map(own) }
    case 'renameTable':
      return { ...change, table: own(change.table), to: own(change.to) }
    case 'addReference':
      return {
        ...change,
        table: own(change.table),
        reference: { ...change.reference, to: own(change.reference.to) },
      }
    case 'removeKey':
      return change.table ? { ...change, table: own(change.table) } : change
    case 'dropSchema':
    case 'dropAllTables':
      return change
    default:
      return { ...change, table: own(change.table) }
  }
}
