/** Checks a table before a migration runs: its kind, its size, our rights on it, and who holds locks on it. */

import type { Database } from '../io/database'
import { pause } from '../io/terminal'
import type { Burden, Check, Holder, Relation } from '../types'
import type { OurMigration } from './our-migrations'

/** @returns checks; a failed one means that the migration would fail */
export async function preflight({ table, column, name }: OurMigration, database: Database): Promise<Check[]> {
  const relation = await found(() => database.relation(table))
  if (!relation) return [{ subject: name, state: 'failed', says: await missingTable(table.name, database) }]
  const subject = [relation.schema, relation.name].filter(Boolean).join('.')
  if (/view/.test(relation.kind))
    return [
      { subject, state: 'failed', says: `a ${relation.kind}, which gets its columns from its query alone` },
    ]
  const burden = await database.ask(database.dialect.catalog.burden(relation))
  if (burden.mayAlter === false) return [{ subject, state: 'failed', says: notOwner(burden, database) }]
  return [
    { subject, state: 'ok', says: what(relation, column, burden) },
    ...(await holders(relation, subject, database)),
  ]
}

/** Looks again for a missing table, because MariaDB hides a table for a moment while another deploy alters it. */
async function found<T>(look: () => Promise<T | undefined>, looks = 5): Promise<T | undefined> {
  const one = await look()
  if (one || looks === 1) return one
  await pause(200)
  return found(look, looks - 1)
}

async function missingTable(name: string, database: Database): Promise<string> {
  const { tables } = await database.see([{ name }])
  return tables[0]?.unseen ?? `there is no table "${name}" yet: run the migration that makes it first`
}

function notOwner({ owner }: Burden, { where }: Database): string {
  const ownership = owner ? `belongs to ${owner}, and` : 'is there, but'
  return `it ${ownership} ${where.user} may not alter it; connect as its owner`
}

function what({ kind, columns }: Relation, column: string, { rows, bytes }: Burden): string {
  const size = bytes ? `, ${bytesText(bytes)}` : ''
  const there = columns.some(({ name }) => name === column) ? `, has "${column}" already` : ''
  return `${kind}, about ${rows ?? 0} rows${size}${there}`
}

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB']

function bytesText(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1)
  return `${Math.round(bytes / 1024 ** power)} ${UNITS[power]}`
}

/** Reports who holds the table. The migration still runs, and waits for the lock in short tries. */
export async function holders(relation: Relation, subject: string, database: Database): Promise<Check[]> {
  const query = database.dialect.catalog.holders?.(relation)
  if (!query) return []
  const found = await database.ask(query).catch((): Holder[] => [])
  return found.map(({ who, seconds, says }) => ({
    subject,
    state: 'note',
    says: `${who} has it in use for ${seconds} s (${says})`,
  }))
}
