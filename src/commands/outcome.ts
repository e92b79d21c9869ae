/** What every command makes of a scan: the models asked about, the findings, the exit code. */

import path from 'node:path'
import { UserError } from '../errors'
import { isFolder, nearPath } from '../io/reading'
import { isNothingProven, proofOf } from '../judging'
import { nearest } from '../nearest'
import { isOurName } from '../our-names'
import { commandsOf, typing } from '../project-runner'
import { type Scanned, scan, scanAgain } from '../scan'
import type { Finding, Judged, Looked, Project, Scan, ScanSettings, Witnesses } from '../types'

/** Shows how far long work is. */
export interface Progress {
  /** Called as often as one likes. */
  step(done: number, total: number, what?: string): void
  clear(): void
}

/** What a command may be handed: by a test, or by a terminal. */
export interface Handed extends Witnesses {
  progress?: Progress
}

/** The scan always sees every model, for one may be affected by the repair of another. */
export async function scanAll(
  settings: ScanSettings,
  { progress, ...witnesses }: Handed,
  overlay?: Map<string, string>,
): Promise<Scanned> {
  checkFolders(settings)
  try {
    return typed(await scan({ ...settings, only: [] }, overlay, progress?.step, witnesses), settings)
  } finally {
    progress?.clear()
  }
}

/** The same scan over other texts, of which the others are as they were read. */
export const rescan = async (
  found: Scanned,
  overlay: Map<string, string>,
  settings: ScanSettings,
  { progress: _once, ...witnesses }: Handed,
): Promise<Scanned> => typed(await scanAgain(found, overlay, { ...settings, only: [] }, witnesses), settings)

/** Every hint names the tool as it can be pasted here, with what was asked. */
function typed(found: Scanned, settings: ScanSettings): Scanned {
  const findings = new Set([...found.findings, ...found.models.flatMap(({ finding }) => finding ?? [])])
  const typed = typing(settings, found.project)
  for (const finding of findings) finding.hint = hintOf(finding, typed, settings, found.project)
  return found
}

/** A migration that waits is run by what runs the others, unless it is ours. */
function hintOf(
  { rule, hint, evidence }: Finding,
  typed: (sentence: string) => string,
  settings: ScanSettings,
  project: Project,
): string {
  if (rule !== 'pending' || !evidence || isOurName(evidence.at.file)) return typed(hint)
  const command = commandsOf(settings, project).next([evidence.at.file])
  return command === undefined ? hint : `Run it: ${command.replaceAll('\n', ', then ')}.`
}

/** A history that is named and not there is a slip of the pen: judged without it, nothing would be proven. */
function checkFolders({ migrations, cwd }: ScanSettings): void {
  for (const given of migrations) {
    if (isFolder(path.resolve(cwd, given))) continue
    const near = nearPath(given, cwd)
    throw new UserError(
      `There is no folder ${given}, which --migrations names.`,
      near ? `Did you mean ${near}?` : 'Check the path: it is read from the working directory.',
    )
  }
}

/** What the outcomes of all commands have; each adds its name and its own. */
export function looked(scan: Scan, { only, allowEmpty }: Pick<ScanSettings, 'only' | 'allowEmpty'>): Looked {
  const findings = scan.findings.filter((finding) => isAskedFor(finding, only))
  const models = scan.models.filter((judged) => isNamed(judged, only))
  const proof = proofOf(models)
  const unheard = scan.unheard ?? []
  return {
    project: scan.project,
    evidence: scan.schema.source,
    files: scan.files,
    models,
    proof,
    unheard: {
      migrations: unheard.filter(({ file }) => scan.history.includes(file)),
      models: unheard.filter(({ file }) => !scan.history.includes(file)),
    },
    history: scan.history.length,
    findings,
    ...(scan.databases && { databases: scan.databases }),
    notes: [...scan.notes],
    next: undefined,
    exitCode: exitCodeFor(findings, isNothingProven(proof) || (!models.length && !allowEmpty)),
  }
}

/**
 * 2: some of the work could not be done.
 * @param isVain there was nothing to judge, or of nothing could it be told how it stands
 */
export function exitCodeFor(findings: Finding[], isVain: boolean): 0 | 1 | 2 {
  if (findings.some(({ rule }) => rule === 'unreadable')) return 2
  return findings.length ? 1 : isVain ? 2 : 0
}

/** A finding about a file concerns everybody. */
const isAskedFor = ({ model }: Finding, only: string[]): boolean =>
  !only.length || model === null || only.includes(model)

export const isNamed = ({ model }: Judged, only: string[]): boolean =>
  !only.length || (typeof model.name === 'string' && only.includes(model.name))

/** @throws UserError for a name that no model has, with the likeliest one */
export function checkNames(names: string[], models: Judged[]): void {
  const known = models.flatMap(({ model }) => (typeof model.name === 'string' ? model.name : []))
  for (const name of names) {
    if (known.includes(name)) continue
    const near = nearest(name, known)
    throw new UserError(
      `There is no model ${name}.`,
      near
        ? `Did you mean ${near}?`
        : 'Name it as Sequelize does, and check that its file is among the paths.',
    )
  }
}
