/** Finds our own migrations in a history, and what each adds, by their content and not by the records of runs. */

import path from 'node:path'
import { createReader } from '../io/reading'
import { replayMigrations } from '../migrations'
import { OUR_NAME } from '../our-names'
import { migrationSlug } from '../repairs'
import type { Schema, TableName } from '../types'

export interface OurMigration {
  /** Absolute. */
  file: string
  name: string
  table: TableName
  column: string
  /** Whether the migration builds an index on the column that another one adds. */
  isIndex: boolean
}

/** A file is ours if its name is the one that we would give to a migration that adds the same column. */
export function ourMigrations(history: string[], root: string): OurMigration[] {
  const reader = createReader(undefined, root)
  const columns = history.flatMap((file) => {
    const [, slug, kind] = OUR_NAME.exec(path.basename(file)) ?? []
    if (kind !== 'column') return []
    const added = additionsIn(replayMigrations([file], reader, { root })).find(
      ({ table, column }) => migrationSlug(table, column) === `${slug}-column`,
    )
    return added ? [{ ...added, file, name: path.basename(file), isIndex: false }] : []
  })
  const indexes = history.flatMap((file) => {
    const [, slug, kind] = OUR_NAME.exec(path.basename(file)) ?? []
    const its = kind === 'index' && columns.find(({ name }) => name.includes(`-${slug}-column.`))
    return its ? [{ ...its, file, name: path.basename(file), isIndex: true }] : []
  })
  return history.flatMap((file) => [...columns, ...indexes].filter((one) => one.file === file))
}

const additionsIn = ({ tables }: Schema) =>
  tables.flatMap(({ name, columns }) => [...columns.keys()].map((column) => ({ table: name, column })))
