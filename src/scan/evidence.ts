/** Gathers what is known of one database besides its files: a run of the models, a replay, the database itself. */

import path from 'node:path'
import { compareWithRuntime, leadsToModels, makesInstance } from '../models'
import type { Reading } from '../reading'
import type { EvidenceSources, Model, ReadTables, Reflection, ScanSettings, TableName } from '../types'

/** What is known of one database besides its files. */
export interface Evidence {
  real: ReturnType<typeof compareWithRuntime>
  run?: Reflection
  replayed?: LiveTables
  seen?: LiveTables
}

export const asRead = (reading: Reading): Evidence['real'] => ({ models: reading.models(), differences: [] })

export async function gather(
  reading: Reading,
  settings: ScanSettings,
  { readTables, replay, reflect }: EvidenceSources,
  overlay: Map<string, string> = new Map(),
): Promise<Evidence> {
  const { files, history, project } = reading
  // Texts of the overlay are not on disk, so they cannot be run.
  const run = files.some((file) => overlay.has(file))
    ? undefined
    : await reflect?.(
        { first: reading.around(), files: runnable(reading), dialect: project.dialect },
        project,
      )
  const real = run
    ? compareWithRuntime(reading.models(), withoutSpare(run, reading), new Set(files))
    : asRead(reading)
  const ask = async (source: ReadTables | undefined) =>
    source?.(tablesOf(real.models, settings, reading), project, history)
  const [replayed, seen] = [await ask(replay), await ask(readTables)]
  return { real, ...(run && { run }), ...(replayed && { replayed }), ...(seen && { seen }) }
}

/** Returns the tables that a verdict depends on. */
export const tablesOf = (models: Model[], { isDoubted }: ScanSettings, { reader }: Reading): TableName[] =>
  models.flatMap((model) => {
    const { table, needsColumn } = model
    return needsColumn === false || 'kind' in table || isDoubted?.(model, reader.read) === false
      ? []
      : [table]
  })

/** Where a file that makes the instance could not be run, the models that another instance defined do not count. */
function withoutSpare(run: Reflection, { reader }: Reading): Reflection {
  const isLost = run.faults.some(({ file }) => makesInstance(reader.read(file) ?? ''))
  return isLost ? { ...run, models: run.models.filter(({ bySpare }) => !bySpare) } : run
}

/** Returns files that may define models. Servers, scripts and pages beside them are not run. */
function runnable({ files, reader, models }: Reading): string[] {
  const folders = new Set(models().map(({ origin }) => path.dirname(origin.file)))
  return files.filter((file) => folders.has(path.dirname(file)) || leadsToModels(reader.read(file) ?? ''))
}

export type LiveTables = Awaited<ReturnType<ReadTables>>
