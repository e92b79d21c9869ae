/** What every command makes of a scan: the models asked about, the findings, the exit code. */

import { UserError } from '../errors'
import { nearest } from '../nearest'
import { scan as scanProject } from '../scan'
import type { Finding, Judged, Looked, Scan, ScanSettings, Settings, Witnesses } from '../types'

/** Shows how far long work is. */
export interface Progress {
  /** Called as often as one likes. */
  step(done: number, total: number): void
  clear(): void
}

export type ScanFunction = (
  settings: ScanSettings,
  overlay?: Map<string, string>,
  progress?: Progress['step'],
  witnesses?: Witnesses,
) => Promise<Scan>

/** What a command may be handed: by a test, or by a terminal. */
export interface Handed extends Witnesses {
  scan?: ScanFunction
  progress?: Progress
}

/** The scan always sees every model, for one may be affected by the repair of another. */
export async function scanAll(
  settings: ScanSettings,
  { scan = scanProject, progress, ...witnesses }: Handed,
  overlay?: Map<string, string>,
): Promise<Scan> {
  try {
    return await scan({ ...settings, only: [] }, overlay, progress?.step, witnesses)
  } finally {
    progress?.clear()
  }
}

/** What the outcomes of all commands have; each adds its name and its own. */
export function looked(scan: Scan, { only }: Pick<ScanSettings, 'only'>): Looked {
  const findings = scan.findings.filter((finding) => isAskedFor(finding, only))
  return {
    project: scan.project,
    evidence: scan.schema.source,
    files: scan.files,
    ...(scan.unread && { unread: scan.unread }),
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

/** Whoever asks for all models, or for other things than paranoid, gets all of them read. */
export const isLean = (
  { format, only, advice }: Pick<Settings, 'format' | 'only' | 'advice'>,
  { mirror }: Handed,
): boolean => format === 'terminal' && !only.length && !advice && !mirror
