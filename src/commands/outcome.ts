/** What every command makes of a scan: the models asked about, the findings, the exit code. */

import { UserError } from '../errors'
import { nearest } from '../nearest'
import { type Scanned, scan, scanAgain } from '../scan'
import type { Finding, Judged, Looked, Scan, ScanSettings, Witnesses } from '../types'

/** Shows how far long work is. */
export interface Progress {
  /** Called as often as one likes. */
  step(done: number, total: number): void
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
  try {
    return await scan({ ...settings, only: [] }, overlay, progress?.step, witnesses)
  } finally {
    progress?.clear()
  }
}

/** The same scan over other texts, of which the others are as they were read. */
export const rescan = (
  found: Scanned,
  overlay: Map<string, string>,
  settings: ScanSettings,
  { progress: _once, ...witnesses }: Handed,
): Promise<Scanned> => scanAgain(found, overlay, { ...settings, only: [] }, witnesses)

/** What the outcomes of all commands have; each adds its name and its own. */
export function looked(scan: Scan, { only }: Pick<ScanSettings, 'only'>): Looked {
  const findings = scan.findings.filter((finding) => isAskedFor(finding, only))
  return {
    project: scan.project,
    evidence: scan.schema.source,
    files: scan.files,
    models: scan.models.filter((judged) => isNamed(judged, only)),
    findings,
    notes: [...scan.notes],
    next: undefined,
    exitCode: exitCodeFor(findings),
  }
}

/** 2: some of the work could not be done. */
export const exitCodeFor = (findings: Finding[]): 0 | 1 | 2 =>
  findings.some(({ rule }) => rule === 'unreadable') ? 2 : findings.length ? 1 : 0

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
