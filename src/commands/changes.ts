/** `--staged`, `--changed` and `--since` judge the models that a change can have touched. */

import path from 'node:path'
import { workTreeAt } from '../io/git'
import { disk, isBelow } from '../io/reading'
import type { CheckOutcome, Finding, Judged, Scan, Settings } from '../types'
import { type Handed, scanAll } from './outcome'
import { addCommand, ignoredNote } from './to-commit'

/**
 * Adds to the settings what has changed, and the index of git if that is judged.
 * @throws UserError if git cannot tell
 */
export function withChanges(settings: Settings): Settings {
  const { changedSince, cwd, paths } = settings
  if (!changedSince) return settings
  const workTree = settings.workTree ?? workTreeAt(cwd)
  const changes = { ...workTree.changes(changedSince), unstaged: [] }
  const isNeeded = changes.files.size > 0 || paths.some((one) => isNamedFile(one, settings))
  if (changedSince.what !== 'staged' || !isNeeded) return { ...settings, workTree, changes }
  const { source, unstaged } = workTree.index()
  return { ...settings, workTree, source, changes: { ...changes, unstaged } }
}

const isNamedFile = (given: string, { cwd, source = disk }: Settings): boolean =>
  source.kind(path.resolve(cwd, given)) === 'file'

/** Whether there is nothing to look at: no changed file is code, SQL or a configuration, and no file is named. */
export const isUntouched = (settings: Settings): boolean =>
  settings.changes?.files.size === 0 && !settings.paths.some((one) => isNamedFile(one, settings))

/** The outcome where nothing was looked at. */
export const untouched = (settings: Settings): CheckOutcome => ({
  command: 'check',
  project: { root: settings.cwd, migrations: [] },
  evidence: 'none',
  files: 0,
  models: [],
  proof: { paranoid: 0, proven: 0, faulty: 0, undecided: 0, unproven: 0 },
  unheard: { migrations: [], models: [] },
  history: 0,
  findings: [],
  notes: [...(settings.changes?.notes ?? [])],
  next: undefined,
  exitCode: 0,
  untouched: noneTouched(settings),
})

export const noneTouched = ({ changes }: Settings): string => `No model depends on what is ${changes?.says}.`

/**
 * Finds what the disk already mends, and changes the hints of these findings.
 * @returns the command that stages it, if that mends all findings
 */
export async function mendedOnDisk(
  settings: Settings,
  findings: Finding[],
  found: Scan,
  handed: Handed,
): Promise<string | undefined> {
  const { changes, source: _index, ...rest } = settings
  if (!changes?.unstaged.length || !findings.length) return undefined
  const { models } = await scanAll({ ...rest, changes }, handed)
  const added = new Set<string>()
  const mended = findings.filter((finding) => {
    if (!isMended(finding, models)) return false
    const files = filesFor(finding, changes.unstaged, found)
    if (!files.length) return false
    for (const file of files) added.add(file)
    finding.hint = `It is mended on the disk, but not staged. Run ${addCommand(files, settings.cwd)}.`
    return true
  })
  return mended.length === findings.length ? addCommand([...added], settings.cwd) : undefined
}

const isMended = ({ model, modelAt, origin }: Finding, models: Judged[]): boolean => {
  const same = models.filter(
    (one) => one.model.name === model && one.model.origin.file === (modelAt ?? origin).file,
  )
  return same.length > 0 && same.every(({ status }) => status === 'ok' || status === 'not-paranoid')
}

/** The unstaged files that may be what mends it: migrations and its own file, else any code. */
function filesFor(
  { modelAt, origin }: Finding,
  unstaged: string[],
  { project, databases = [] }: Scan,
): string[] {
  const folders = [project, ...databases.map((one) => one.project)].flatMap(({ migrations }) => migrations)
  const own = unstaged.filter(
    (file) =>
      file === modelAt?.file || file === origin.file || folders.some((folder) => isBelow(folder, file)),
  )
  return own.length ? own : unstaged.filter((file) => /\.[cm]?[jt]sx?$/.test(file))
}

/** Names the migrations that prove a column and that no commit takes along, since git ignores them. */
export function ignoredEvidence(models: Judged[], { cwd, workTree }: Settings): string[] {
  const proofs = [...new Set(models.flatMap(({ evidence }) => evidence?.at.file ?? []))]
  const ignored = proofs.length ? workTree?.ignored(proofs) : undefined
  return (ignored ?? []).map((file) => ignoredNote(file, cwd))
}
