/** Rewrites the hints of findings, so that each command in them can be pasted where the user stands. */

import { namesOf } from '../databases'
import { isOurName } from '../our-names'
import { type Around, commandsOf, typing } from '../project-runner'
import type { Scanned } from '../scan'
import type { Finding, Project, ScanSettings } from '../types'

export function withHints(found: Scanned, settings: ScanSettings): Scanned {
  const findings = new Set([...found.findings, ...found.models.flatMap(({ finding }) => finding ?? [])])
  const whole = wordsFor(settings, found.project)
  const words = wordsOfHistories(found, settings)
  for (const finding of findings) {
    const its = words.get(finding) ?? whole
    // The next command has no such options, so it is given the model.
    const isAlone = settings.changes && finding.model && its === whole
    const own = isAlone ? { ...its, typed: typing(ofModels(settings, [finding]), found.project) } : its
    finding.hint = hintOf(finding, own)
  }
  return found
}

/** Settings for the next command where only models that changes touch were judged. */
export const ofModels = <T extends ScanSettings>(settings: T, findings: Finding[]): T => ({
  ...settings,
  paths: [],
  only: [...new Set(findings.flatMap(({ model }) => model ?? []))],
})

/** How a sentence is said, and what runs a migration, in one database. */
interface Words {
  typed(sentence: string): string
  next(file: string): string | undefined
  isOneOfSeveral: boolean
}

const wordsFor = (settings: ScanSettings, project: Project, around: Around = {}): Words => ({
  typed: typing(settings, project, around),
  next: (file) => commandsOf(settings, project, around).next([file]),
  isOneOfSeveral: around.history !== undefined,
})

/** The words for the findings of each database of an application that has several. */
function wordsOfHistories({ parts }: Scanned, settings: ScanSettings): Map<Finding, Words> {
  const words = new Map<Finding, Words>()
  for (const { models, project, reading } of parts) {
    const { history, files } = reading.database
    if (!history) continue
    const named = { ...settings, ...namesOf(history, settings.cwd) }
    const its = wordsFor(named, project, { history, files: () => files })
    for (const { finding } of models) if (finding) words.set(finding, its)
  }
  return words
}

/** The hint for a pending migration names the command of the project's runner, unless `deploy` runs it. */
function hintOf({ rule, hint, evidence }: Finding, { typed, next, isOneOfSeveral }: Words): string {
  if (rule !== 'pending' || !evidence || (isOurName(evidence.at.file) && !isOneOfSeveral)) return typed(hint)
  const command = next(evidence.at.file)
  return command === undefined ? typed(hint) : `Run it: ${command.replaceAll('\n', ', then ')}.`
}
