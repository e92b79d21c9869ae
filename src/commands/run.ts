/** The default command scans, chooses repairs (recommended or by asking), proves the plan and writes it. */

import { Stopped, UserError } from '../errors'
import { createReader, projectFiles } from '../io/reading'
import { applyPlan, hasRecordSince, interrupted, recordNames, recover, whyNot } from '../io/writing'
import { afterEdits, type Chosen, hasNoHistory, repairable } from '../repairs'
import type { Scanned } from '../scan'
import type { Finding, Hazard, RunOutcome, Scan, Settings, Written } from '../types'
import { adviceFor } from './advice'
import { type Asks, ask, choose } from './choices'
import {
  type DeletedRows,
  hazardsIn,
  type Reappearing,
  reappearingText,
  refusals,
  rowsReappearing,
  warnings,
  withoutReappearing,
} from './consequences'
import { leftAlone } from './left-alone'
import { checkNames, exitCodeFor, type Handed, isNamed, looked, rescan, scanAll } from './outcome'
import { checkPaths } from './paths'
import { nextCommands, planner } from './planning'
import { type Proven, provenPlan } from './proven-plan'
import { toCommit } from './to-commit'

export type { Answer, Asks, Question } from './choices'

interface RunWorld extends Handed {
  now: Date
  /** If it is left out, the run asks no questions. */
  asks?: Asks
  /** Counts rows in a database. If it is left out, nothing is counted or refused because of a count. */
  deletedRows?: DeletedRows
}

/** A proven plan and its side effects. */
interface PlannedRun extends Proven {
  hazards?: Hazard[]
  rows: Reappearing
  /** Whether the proof used the texts of the first scan. If not, the files were read again after the questions. */
  isReadBefore: boolean
}

/**
 * @throws UserError if the plan could not be written
 * @throws Stopped if the user stops at a question
 */
export async function run(settings: Settings, world: RunWorld): Promise<RunOutcome> {
  const before = settings.dryRun
    ? interrupted(settings.cwd)
    : (await recover(settings.cwd)).map(({ says }) => says)
  const outcome = await runOnce(settings, world)
  return before.length ? { ...outcome, notes: [...before, ...outcome.notes] } : outcome
}

async function runOnce(settings: Settings, world: RunWorld): Promise<RunOutcome> {
  const { now, asks, deletedRows, ...handed } = world
  const since = recordNames(settings.cwd)
  const found = await scanAll(settings, handed)
  checkNames(settings.only, found.models)
  checkPaths(settings, found)
  const selected = repairable(found).filter((judged) => isNamed(judged, settings.only))
  const willAsk = asks && settings.interactive && !settings.repair
  const choices = willAsk ? await ask(selected, asks) : choose(selected, settings.repair)
  if (!choices) throw nothingWritten()
  if (choices.length) checkFolders(found, settings)
  const rows = await rowsReappearing(choices, deletedRows)
  const prepared = await planned(choices, rows, found, settings, { now, asks, ...handed })
  if (settings.dryRun) return unwritten(found, prepared, settings)
  const isPlanned = prepared.planned.length > 0
  // If another run wrote meanwhile, its files may be why no repair was planned: then the run starts again.
  if (!isPlanned && !hasRecordSince(settings.cwd, since)) return unwritten(found, prepared, settings)
  if (isPlanned && asks && settings.interactive) {
    const answer = await confirmed(asks, prepared)
    if (answer === 'stop') throw nothingWritten()
    if (!answer) return declined(found, settings)
  }
  const written = isPlanned ? await applied(prepared, since, settings, world) : undefined
  if (written) return wrote(found, prepared, settings, written)
  if (asks && settings.interactive) throw overtaken()
  return run(settings, world)
}

/** Returns undefined if another run was faster. */
async function applied(
  { plan, planned, isReadBefore }: PlannedRun,
  since: string[],
  { cwd }: Settings,
  { now, progress }: RunWorld,
): Promise<Written[] | undefined> {
  const proven = isReadBefore ? planned : []
  const step = (done: number, total: number) => progress?.step(done, total, 'files written')
  try {
    return await applyPlan(plan, { cwd, command: 'run', now, proven, since, progress: step })
  } finally {
    progress?.clear()
  }
}

const overtaken = (): UserError =>
  new UserError('Another run has written here meanwhile. Nothing was written.', 'Run the command again.')

/** Makes and proves the plan. Repairs that bring rows back need an option or the user's consent. */
async function planned(
  choices: Chosen[],
  rows: Reappearing,
  found: Scanned,
  settings: Settings,
  { now, asks, ...handed }: RunWorld,
): Promise<PlannedRun> {
  const willAsk = asks && settings.interactive
  const isOnPurpose = settings.acceptReappearing || settings.dryRun || willAsk
  const { kept, refused } = isOnPurpose ? { kept: choices, refused: [] } : withoutReappearing(choices, rows)
  // The user may take a while to answer, and the files may change meanwhile.
  const reader = willAsk ? createReader(undefined, settings.cwd) : found.reader
  const files = willAsk ? projectFiles(settings.cwd, settings) : found.sources()
  const proven = await provenPlan(kept, found, {
    plan: planner(found, settings, {
      now,
      reader,
      files,
      progress: (done, total) => handed.progress?.step(done, total, 'repairs planned'),
    }),
    read: reader.read,
    rescan: (overlay) =>
      willAsk ? scanAll(settings, handed, overlay) : rescan(found, overlay, settings, handed),
    whyNot: (file) => whyNot(file, settings.cwd),
  })
  proven.plan.left.push(...refused.map(({ judged }) => judged.finding))
  proven.plan.notes.push(...refusals(refused, rows))
  const hazards = hazardsIn(proven.plan, found, found.models, reader, files)
  return { ...proven, rows, isReadBefore: !willAsk, hazards }
}

const nothingWritten = (): Stopped => new Stopped('Stopped: nothing was written.')

const confirmed = (
  asks: Asks,
  { plan, planned, hazards = [], rows }: PlannedRun,
): Promise<boolean | 'stop'> =>
  asks.confirm(plan, planned, { hazards, rows: reappearingText(plan.repaired, rows) })

/** Throws if `--migrations` names folders without migrations: it is a typo, not a reason to start a new history. */
function checkFolders(found: Scan, { migrations }: Settings): void {
  if (!migrations.length || !hasNoHistory(found)) return
  throw new UserError(
    `There are no migrations in ${migrations.join(', ')}. Nothing was written.`,
    'Check the path given to --migrations; leave it out where the project has none yet.',
  )
}

function wrote(
  found: Scanned,
  { plan, after, hazards, rows }: PlannedRun,
  settings: Settings,
  written: Written[],
): RunOutcome {
  const report = looked(after, settings)
  const findings = report.findings.filter((finding) => !waitsForOurs(finding, written))
  const edits = plan.repaired.flatMap((one) => one.edits)
  const following = nextIfKnown(found, settings, written)
  const [first, ...others] = following.flatMap(({ command }) => command ?? [])
  const { notes, ...staging } = toCommit(written, settings.cwd)
  return {
    command: 'run',
    ...report,
    findings,
    plan,
    written,
    ...staging,
    next: first,
    ...(hazards && { hazards: afterEdits(hazards, edits) }),
    ...adviceFor(after, settings),
    exitCode: exitCodeFor([...findings, ...plan.left], report.exitCode === 2),
    notes: [
      ...noHistory(found),
      ...leftAlone(report),
      ...report.notes,
      ...plan.notes,
      ...warnings(plan, rows, { isWritten: true }),
      ...notes,
      ...others.map((one) => `Then: ${one}`),
      ...following.flatMap(({ note }) => note ?? []),
    ],
  }
}

/** Ignores errors: the files are written by now, and a failing read must not hide that. */
function nextIfKnown(
  found: Scanned,
  settings: Settings,
  written: Written[],
): ReturnType<typeof nextCommands> {
  try {
    return nextCommands(found, settings, written)
  } catch {
    return []
  }
}

/** Whether a finding is pending only because a migration of this run has not been run yet. */
const waitsForOurs = ({ rule, evidence }: Finding, written: Written[]): boolean =>
  rule === 'pending' && written.some(({ file }) => file === evidence?.at.file)

/** The outcome of a run that wrote nothing: it reports the findings of the first scan. */
function unwritten(
  found: Scan,
  { plan, planned, after, hazards, rows }: PlannedRun,
  settings: Settings,
): RunOutcome {
  const report = looked(found, settings)
  const settledFindings = [...plan.repaired.map(({ finding }) => finding), ...plan.left]
  const exitCode = exitCodeFor([...report.findings, ...settledFindings], report.exitCode === 2)
  const warned = warnings(plan, rows, { isWritten: false, isAccepted: settings.acceptReappearing })
  return {
    command: 'run',
    ...report,
    plan,
    planned,
    written: [],
    ...(hazards && { hazards }),
    ...adviceFor(after, settings),
    exitCode,
    notes: [...noHistory(found), ...leftAlone(report), ...report.notes, ...plan.notes, ...warned],
  }
}

function declined(found: Scan, settings: Settings): RunOutcome {
  const report = looked(found, settings)
  const notes = [...report.notes, 'Nothing was written.']
  return { command: 'run', ...report, written: [], exitCode: exitCodeFor(report.findings, false) || 1, notes }
}

function noHistory(found: Scan): string[] {
  if (!hasNoHistory(found) || !repairable(found).length) return []
  return [
    'There are no migrations to tell what is in the database, so every paranoid model is taken to lack its column; ' +
      'a migration leaves a column alone that is there already.',
  ]
}
