/** Turns a scan into the part of an outcome that all commands share: selected models, findings, exit code. */

import path from 'node:path'
import { UserError } from '../errors'
import { isFolder, nearPath } from '../io/reading'
import { isNothingProven, proofOf } from '../judging'
import { nearest } from '../nearest'
import { type Scanned, scan, scanAgain, scanFiles, scanFilesAgain } from '../scan'
import type {
  EvidenceSources,
  Finding,
  Judged,
  Looked,
  Origin,
  Proof,
  Scan,
  ScanSettings,
  Settings,
  UnusedIgnore,
} from '../types'
import { baselineNotes } from './baseline'
import { withHints } from './hints'

/** Shows the progress of long work. */
export interface Progress {
  /** May be called at any rate. */
  step(done: number, total: number, what?: string): void
  clear(): void
}

/** What a test or the terminal may pass to a command. */
export interface Handed extends EvidenceSources {
  progress?: Progress
}

/** Scans every model, whatever `only` says, because the repair of one model may affect another. */
export async function scanAll(
  settings: ScanSettings,
  { progress, ...evidenceSources }: Handed,
  overlay?: Map<string, string>,
): Promise<Scanned> {
  checkFolders(settings)
  try {
    return withHints(
      await scan({ ...settings, only: [] }, overlay, progress?.step, evidenceSources),
      settings,
    )
  } finally {
    progress?.clear()
  }
}

/** The same by the files alone, and at once. */
export function scanAllFiles(settings: ScanSettings): Scanned {
  checkFolders(settings)
  return withHints(scanFiles({ ...settings, only: [] }), settings)
}

/** Judges the models of these files again with other texts of them. */
export const rescanFiles = (found: Scanned, overlay: Map<string, string>, settings: ScanSettings): Scanned =>
  withHints(scanFilesAgain(found, overlay, { ...settings, only: [] }, [...overlay.keys()]), settings)

/** Repeats a scan with the texts of `overlay`. All other files keep the text that was read before. */
export const rescan = async (
  found: Scanned,
  overlay: Map<string, string>,
  settings: ScanSettings,
  { progress: _once, ...evidenceSources }: Handed,
): Promise<Scanned> =>
  withHints(await scanAgain(found, overlay, { ...settings, only: [] }, evidenceSources), settings)

/** Throws if a folder of `--migrations` does not exist: it is a typo, and without the history nothing is proven. */
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

/** Builds the fields that the outcomes of all commands share. */
export function looked(scan: Scan, settings: LookedBy): Looked {
  const { only, allowEmpty, changes } = settings
  const unused = unusedIn(scan, settings)
  const findings = [...scan.findings.filter((finding) => isSelected(finding, only)), ...unused.findings]
  const accepted = scan.accepted.filter((finding) => isSelected(finding, only))
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
    ...(accepted.length && { accepted }),
    ...(scan.databases && { databases: scan.databases }),
    notes: [...scan.notes, ...unused.notes, ...baselineNotes(scan, settings)],
    next: undefined,
    // A change need not touch any model, and what could not be told before it does not stop it.
    exitCode: exitCodeFor(findings, !changes && isVain(models, proof, allowEmpty)),
  }
}

type LookedBy = Pick<ScanSettings, 'only' | 'allowEmpty' | 'changes' | 'unusedIgnores'> &
  Partial<Pick<Settings, 'baselineWork'>>

/** Whether nothing was judged, or nothing was proven and somebody has not accepted that. */
function isVain(models: Judged[], proof: Proof, allowEmpty = false): boolean {
  if (!models.length) return !allowEmpty
  return isNothingProven(proof) && models.some(({ finding }) => finding && !finding.accepted)
}

/** Comments that accept nothing, as findings or as notes. Where some models alone were asked for, they are left out. */
function unusedIn(
  { unused, project }: Scan,
  { only, unusedIgnores = 'note' }: LookedBy,
): { findings: Finding[]; notes: string[] } {
  if (only.length || unusedIgnores === 'off') return { findings: [], notes: [] }
  if (unusedIgnores === 'error') return { findings: unused.map(unusedFinding), notes: [] }
  const place = ({ file, line }: Origin) =>
    `${path.relative(project.root, file).split(path.sep).join('/')}:${line}`
  return { findings: [], notes: unused.map(({ at, says, todo }) => `${place(at)} ${says} ${todo}`) }
}

const unusedFinding = ({ at, says, todo }: UnusedIgnore): Finding => ({
  rule: 'unused-ignore',
  severity: 'error',
  model: null,
  message: says,
  hint: todo,
  origin: at,
})

/**
 * Returns 2 if some of the work could not be done.
 * @param isVain whether there was nothing to judge, or nothing was proven
 */
export function exitCodeFor(findings: Finding[], isVain: boolean): 0 | 1 | 2 {
  if (findings.some(({ rule }) => rule === 'unreadable')) return 2
  return findings.length ? 1 : isVain ? 2 : 0
}

/** A finding without a model is about a file, and is always included. */
const isSelected = ({ model }: Finding, only: string[]): boolean =>
  !only.length || model === null || only.includes(model)

export const isNamed = ({ model }: Judged, only: string[]): boolean =>
  !only.length || (typeof model.name === 'string' && only.includes(model.name))

/** @throws UserError if no model has one of the names; it suggests the nearest name */
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
