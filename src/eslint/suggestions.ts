/** Plans B and C for a finding as changes of the linted file alone, each proven by reading the file again with it. */

import { rescanFiles } from '../commands/outcome'
import { applyEdits, noMigrations, planRepairs, repairs } from '../repairs'
import type { Edit, Finding, Judged, RepairName } from '../types'
import type { Project } from './scans'

interface Suggestion {
  repair: RepairName
  says: string
  edits: Extract<Edit, { kind: 'replace' }>[]
}

/** What a suggestion may do; a migration is a file of its own, which an editor's fix cannot write. */
const IN_PLACE: RepairName[] = ['map-column', 'disable-paranoid']

export function suggestionsFor(finding: Finding, file: string, project: Project): Suggestion[] {
  const { scanned } = project
  const judged = scanned.models.find((one) => one.finding === finding)
  if (!judged) return []
  return IN_PLACE.flatMap((name) => {
    const repair = repairs.find((one) => one.name === name)
    if (!repair?.fits(finding, judged.model)) return []
    const edits = editsOf(name, { ...judged, finding }, file, project)
    const says = `${repair.letter}: ${repair.describe(finding, judged.model)}`
    return edits && isProven(edits, judged, file, project) ? [{ repair: name, says, edits }] : []
  })
}

function editsOf(
  repair: RepairName,
  judged: Judged & { finding: Finding },
  file: string,
  { scanned }: Project,
): Suggestion['edits'] | undefined {
  const { models, reader } = scanned
  const context = { models, read: reader.read, migrations: noMigrations }
  const edits = planRepairs([{ judged, repair }], context).repaired.flatMap((one) => one.edits)
  const own = edits.filter((edit): edit is Suggestion['edits'][number] => edit.kind === 'replace')
  return own.length && own.length === edits.length && own.every((edit) => edit.file === file)
    ? own
    : undefined
}

const DONE = new Set(['ok', 'not-paranoid'])

/** Whether the model, read again, has no finding. */
function isProven(
  edits: Suggestion['edits'],
  { model }: Judged,
  file: string,
  { scanned, settings }: Project,
): boolean {
  const text = scanned.reader.read(file)
  if (text === undefined) return false
  const { models } = rescanFiles(scanned, new Map([[file, applyEdits(text, edits)]]), settings)
  const again = models.filter((one) => String(one.model.name) === String(model.name))
  return again.length > 0 && again.every(({ status }) => DONE.has(status))
}
