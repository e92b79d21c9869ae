/** The default command: finds, asks or takes what is recommended, proves it, writes it. */

import path from 'node:path'
import { UserError } from '../errors'
import { applyPlan } from '../io/apply'
import { createReader, projectFiles } from '../io/files'
import { importersIn } from '../io/importers'
import { migrationContext } from '../io/migrations-folder'
import { nextCommand } from '../io/next-command'
import type { Settings } from '../io/settings'
import { whyNot } from '../io/target'
import { nearest } from '../nearest'
import type { Finding, Outcome, Plan, RepairContext, Scan, Written } from '../types'
import { type Asks, ask, choose, hasNoHistory, repairable } from './choices'
import { checkNames, exitCodeFor, type Handed, isNamed, outcome, scanAll } from './outcome'
import { type Proven, provenPlan } from './proven-plan'

export type { Answer, Asks, Question } from './choices'

export interface RunWorld extends Handed {
  now: Date
  /** Left out: nobody is asked. */
  asks?: Asks
}

/** @throws UserError when the plan could not be written; nothing is changed then */
export async function run(settings: Settings, { now, asks, ...handed }: RunWorld): Promise<Outcome> {
  const found = await scanAll(settings, handed)
  checkNames(settings.only, found.models)
  checkFirstWord(settings, found)
  const asked = repairable(found).filter((judged) => isNamed(judged, settings.only))
  const willAsk = asks && settings.interactive && !settings.repair
  const choices = willAsk ? await ask(asked, asks) : choose(asked, settings.repair)
  if (!choices) return stopped(found, settings)
  if (choices.length) checkFolders(found, settings)
  const context = contextOf(found, settings, now)
  const proven = await provenPlan(choices, context, found, {
    rescan: (overlay) => scanAll(settings, handed, overlay),
    whyNot: (file) => whyNot(file, settings.cwd),
  })
  if (settings.dryRun || !proven.planned.length) return unwritten(found, proven, settings)
  if (asks && settings.interactive && !(await asks.confirm(proven.plan, proven.planned)))
    return stopped(found, settings)
  return write(found, proven, settings, now)
}

/** A history that is named and not there is a slip of the pen, no reason to start a new one. */
function checkFolders(found: Scan, { migrations }: Settings): void {
  if (!migrations.length || !hasNoHistory(found)) return
  throw new UserError(
    `There are no migrations in ${migrations.join(', ')}. Nothing was written.`,
    'Check the path given to --migrations; leave it out where the project has none yet.',
  )
}

const COMMANDS = ['check', 'why', 'diagnose', 'verify', 'deploy', 'rollback', 'doctor']

/** A mistyped command would be taken for a path, and this command writes. */
function checkFirstWord({ paths: [first = ''], cwd }: Settings, { findings }: Scan): void {
  const file = path.resolve(cwd, first)
  const isMissing = findings.some(({ rule, origin }) => rule === 'unreadable' && origin.file === file)
  const meant = isMissing && nearest(first, COMMANDS)
  if (meant)
    throw new UserError(
      `There is no path ${first}, and no such command.`,
      `Did you mean deletedat-codemod ${meant}?`,
    )
}

function contextOf(found: Scan, settings: Settings, now: Date): RepairContext {
  const reader = createReader(undefined, settings.cwd)
  const files = projectFiles(settings.cwd, settings)
  return {
    models: found.models,
    read: reader.read,
    users: importersIn(() => files, reader),
    migrations: migrationContext(settings, found.project, now),
  }
}

function write(found: Scan, { plan, after }: Proven, settings: Settings, now: Date): Outcome {
  const written = applyPlan(plan, { cwd: settings.cwd, command: 'run', now })
  const next = nextCommand(settings.cwd, found.project, written)
  const told = outcome('run', after, settings)
  const findings = told.findings.filter((finding) => !waitsForOurs(finding, written))
  return {
    ...told,
    findings,
    plan,
    written,
    exitCode: exitCodeFor([...findings, ...plan.left]),
    notes: [
      ...noHistory(found),
      ...told.notes,
      ...plan.notes,
      ...hardDeletes(plan),
      ...(next ? [`Next: ${next}`] : []),
    ],
  }
}

/** A database lacks the column until the migration of this very run was run there. */
const waitsForOurs = ({ rule, evidence }: Finding, written: Written[]): boolean =>
  rule === 'pending' && written.some(({ file }) => file === evidence?.at.file)

/** The findings stay as they were. */
function unwritten(found: Scan, { plan, planned }: Proven, settings: Settings): Outcome {
  const told = outcome('run', found, settings)
  const asked = [...plan.repaired.map(({ finding }) => finding), ...plan.left]
  const exitCode = exitCodeFor([...told.findings, ...asked])
  return {
    ...told,
    plan,
    planned,
    exitCode,
    notes: [...noHistory(found), ...told.notes, ...plan.notes, ...hardDeletes(plan)],
  }
}

function stopped(found: Scan, settings: Settings): Outcome {
  const told = outcome('run', found, settings)
  return { ...told, exitCode: told.exitCode || 1, notes: [...told.notes, 'Stopped: nothing was written.'] }
}

function hardDeletes({ repaired }: Plan): string[] {
  const models = repaired.flatMap(({ repair, finding }) =>
    repair === 'disable-paranoid' && finding.rule !== 'inert-paranoid' ? (finding.model ?? []) : [],
  )
  if (!models.length) return []
  return [
    `Without paranoid destroy() deletes rows for good, restore() throws, and rows that were soft-deleted show up again: ${models.join(', ')}.`,
  ]
}

function noHistory(found: Scan): string[] {
  if (!hasNoHistory(found) || !repairable(found).length) return []
  return [
    'There are no migrations to tell what is in the database, so every paranoid model is taken to lack its column; ' +
      'a migration leaves a column alone that is there already.',
  ]
}
