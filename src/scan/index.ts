/** DOOR. Scans a project: for each database, it compares the models with the schema and returns findings. */

import { type Progress, type Reading, read } from '../reading'
import type { EvidenceSources, ModelDatabase, Scan, ScanSettings } from '../types'
import { withBaseline, withComments } from './accept'
import { asRead, gather } from './evidence'
import { joined, ofDatabase } from './join'
import { judge } from './judge'
import { checkOne } from './one-database'
import type { Part, Scanned } from './scanned'

export { withBaseline } from './accept'
export { checkOne } from './one-database'
export type { Part, Scanned } from './scanned'

/**
 * Reads models and migrations and compares them. Without `evidenceSources`, it runs none of the project's code.
 * @param overlay absolute file -> text that replaces the file on disk; the file need not exist
 * @param progress receives how many files were read, and the least number to be read
 * @param evidenceSources further evidence: a database, a replay of the migrations, a run of the models
 */
export const scan = (
  settings: ScanSettings,
  overlay?: Map<string, string>,
  progress?: Progress,
  evidenceSources: EvidenceSources = {},
): Promise<Scanned> => judgeAll(read(settings, overlay, progress), settings, evidenceSources, overlay)

/** Finds the databases of the tree by their folders, without reading the models. */
export const databasesOf = (settings: ScanSettings): ModelDatabase[] =>
  read(settings).map(({ database }) => database)

/** Repeats a scan with other texts (absolute file -> text), limited to `files` if they are given. */
export const scanAgain = (
  { parts }: Scanned,
  overlay: Map<string, string>,
  settings: ScanSettings,
  { files, ...evidenceSources }: EvidenceSources & { files?: string[] } = {},
): Promise<Scanned> =>
  judgeAll(
    parts.map(({ reading }) => reading.again(overlay, files)),
    settings,
    evidenceSources,
    overlay,
  )

/**
 * The same without any evidence but the files, and at once: nothing is waited for. For callers that cannot wait, as a rule
 * of ESLint.
 */
export const scanFiles = (settings: ScanSettings): Scanned => judgeFiles(read(settings), settings)

/** Repeats a scan of files with other texts, limited to `files` if they are given. */
export const scanFilesAgain = (
  { parts }: Scanned,
  overlay: Map<string, string>,
  settings: ScanSettings,
  files?: string[],
): Scanned =>
  judgeFiles(
    parts.map(({ reading }) => reading.again(overlay, files)),
    settings,
  )

const judgeFiles = (readings: Reading[], settings: ScanSettings): Scanned =>
  accepted(
    readings.map((reading) => partOf(judge(reading, settings, { real: asRead(reading) }), reading, readings)),
    settings,
  )

async function judgeAll(
  readings: Reading[],
  settings: ScanSettings,
  evidenceSources: EvidenceSources,
  overlay?: Map<string, string>,
): Promise<Scanned> {
  if (evidenceSources.readTables || evidenceSources.replay)
    checkOne(
      readings.map(({ database }) => database),
      settings.cwd,
    )
  const parts: Part[] = []
  for (const reading of readings) {
    const evidence = await gather(reading, settings, evidenceSources, overlay)
    parts.push(partOf(judge(reading, settings, evidence), reading, readings))
  }
  return accepted(parts, settings)
}

const partOf = (found: Scan, reading: Reading, all: Reading[]): Part => ({
  ...(all.length > 1 ? ofDatabase(found, reading) : found),
  reading,
})

const accepted = (parts: Part[], settings: ScanSettings): Scanned =>
  withBaseline(withComments(joined(parts)), settings)
