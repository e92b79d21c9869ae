/** Adds the evidence that options ask for: a live database, a replay of the migrations, a run of the models. */

import path from 'node:path'
import { deletedRows } from '../dialects'
import { type Database, type Replayed, reflectModels, replayOn } from '../io/database'
import { createReader } from '../io/reading'
import { replayMigrations } from '../migrations'
import type {
  DatabaseShown,
  Model,
  Project,
  ReadTables,
  ReflectModels,
  Schema,
  Settings,
  Table,
} from '../types'
import type { DeletedRows } from './consequences'
import { databaseEvidence, shown } from './live'
import type { Handed } from './outcome'

/** Runs `work` with the requested evidence, and adds the connected database to its result. */
export async function withEvidence<T extends object>(
  settings: Settings,
  handed: Handed,
  work: (handed: Handed & { deletedRows?: DeletedRows }) => Promise<T>,
): Promise<T & { database?: DatabaseShown }> {
  const replayed = settings.replay ? replayEvidence(settings) : undefined
  const live = settings.evidence === 'database' ? databaseEvidence(settings) : undefined
  const reflect = settings.runtime ? runtimeModels(settings) : undefined
  try {
    const count = live && (async (models: Model[]) => countDeleted(models, await live.database()))
    const gathered = await work({
      ...handed,
      reflect,
      replay: replayed?.readTables,
      readTables: live?.readTables,
      deletedRows: count,
    })
    return live ? { ...gathered, database: shown(await live.database()) } : gathered
  } finally {
    await replayed?.close()
    await live?.close()
  }
}

/** If the column is missing, counts those that differ only in case or punctuation, and takes the highest count. */
async function countDeleted(models: Model[], database: Database): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const letters = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
  for (const { name, table, column: wanted } of models) {
    if (typeof name !== 'string' || 'kind' in table || typeof wanted !== 'string') continue
    const relation = await database.relation(table)
    const names = relation?.columns.map((one) => one.name) ?? []
    const columns = names.includes(wanted)
      ? [wanted]
      : names.filter((one) => letters(one) === letters(wanted))
    if (!relation || !columns.length) continue
    let most = 0
    for (const column of columns)
      most = Math.max(most, await database.ask(deletedRows(database.dialect, relation, column)))
    counts.set(name, most)
  }
  return counts
}

/** Runs the migrations once for all scans. The migrations that a plan adds are read, not run. */
function replayEvidence(settings: Settings): { readTables: ReadTables; close(): Promise<void> } {
  let run: Promise<Replayed> | undefined
  let ran: string[] = []
  return {
    async readTables(tables, project, history) {
      if (!run) ran = history.map((file) => path.basename(file))
      const { database, failed } = await (run ??= replayOn(history, project, settings))
      const schema = await database.see(tables)
      return {
        schema: doubted(schema, failed, project),
        dialect: database.dialect.name,
        ran,
        notes: failures(failed),
      }
    },
    async close() {
      await (await run?.catch(() => undefined))?.database.close()
    },
  }
}

/** Makes one note of a fault that many migrations share. */
function failures(failed: Replayed['failed']): string[] {
  const names = new Map<string, string[]>()
  for (const { file, says } of failed) names.set(says, [...(names.get(says) ?? []), path.basename(file)])
  return [...names].map(([says, [first, ...others]]) =>
    others.length
      ? `${others.length + 1} migrations failed in the replay, first ${first}: ${says}`
      : `${first} failed in the replay: ${says}`,
  )
}

/** Marks the tables that a failed migration touches as unseen, because the replay does not prove their state. */
function doubted(schema: Schema, failed: Replayed['failed'], { root }: Project): Schema {
  const reader = createReader(undefined, root)
  const doubts = failed.flatMap(({ file }) => {
    const { tables, blind } = replayMigrations([file], reader, { root })
    const unseen = `${path.basename(file)} failed in the replay, and touches this table.`
    return [{ all: blind.length > 0, names: tables.map(({ name }) => name.name), unseen }]
  })
  const doubtOf = (table: Table) =>
    doubts.find(({ all, names }) => all || names.includes(table.name.name))?.unseen
  const tables = schema.tables.map((table) => {
    const unseen = doubtOf(table)
    return unseen === undefined ? table : { ...table, unseen }
  })
  return { ...schema, tables }
}

/** Runs the models once for all scans. */
function runtimeModels({ connecting, cwd }: Settings): ReflectModels {
  let run: ReturnType<ReflectModels> | undefined
  return (wanted, project) => (run ??= reflectModels(wanted, connecting, cwd, project))
}
