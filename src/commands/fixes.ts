/** What repairs a finding by edits of files that are there, each proven by reading the files again with it. */

import { applyEdits, noMigrations, planRepairs, repairs } from '../repairs'
import type { Scanned } from '../scan'
import type { Edit, Finding, Fix, Judged, RepairName, Settings } from '../types'
import { rescanFiles } from './outcome'

/** A writes a migration, which is a file of its own. */
const IN_PLACE: RepairName[] = ['map-column', 'disable-paranoid']

/** @returns none for a finding that the scan does not have */
export function fixesFor(finding: Finding, scanned: Scanned, settings: Settings): Fix[] {
  const judged = scanned.models.find((one) => one.finding === finding)
  if (!judged) return []
  return IN_PLACE.flatMap((name) => {
    const repair = repairs.find((one) => one.name === name)
    if (!repair?.fits(finding, judged.model)) return []
    const edits = editsOf(name, { ...judged, finding }, scanned)
    const says = `${repair.letter}: ${repair.describe(finding, judged.model)}`
    return edits && isProven(edits, judged, scanned, settings) ? [{ repair: name, says, edits }] : []
  })
}

function editsOf(
  repair: RepairName,
  judged: Judged & { finding: Finding },
  { models, reader }: Scanned,
): Fix['edits'] | undefined {
  const context = { models, read: reader.read, migrations: noMigrations }
  const edits: Edit[] = planRepairs([{ judged, repair }], context).repaired.flatMap((one) => one.edits)
  const own = edits.filter((edit) => edit.kind === 'replace')
  return own.length && own.length === edits.length ? own : undefined
}

const DONE = new Set(['ok', 'not-paranoid'])

/** Whether the model, read again, has no finding. */
function isProven(edits: Fix['edits'], { model }: Judged, scanned: Scanned, settings: Settings): boolean {
  const texts = new Map<string, string>()
  for (const file of new Set([model.origin.file, ...edits.map((one) => one.file)])) {
    const text = scanned.reader.read(file)
    if (text === undefined) return false
    const own = edits.filter((one) => one.file === file)
    texts.set(file, applyEdits(text, own))
  }
  const { models } = rescanFiles(scanned, texts, settings)
  const again = models.filter((one) => String(one.model.name) === String(model.name))
  return again.length > 0 && again.every(({ status }) => DONE.has(status))
}
