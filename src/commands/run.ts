/** The default command: finds, asks or takes what is recommended, proves it, writes it. */

import { applyPlan } from '../io/apply'
import { createReader } from '../io/files'
import { migrationContext } from '../io/migrations-folder'
import { nextCommand } from '../io/next-command'
import type { Settings } from '../io/settings'
import { whyNot } from '../io/target'
import type { Outcome, RepairContext, Scan } from '../types'
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
  const asked = repairable(found).filter((judged) => isNamed(judged, settings.only))
  const willAsk = asks && settings.interactive && !settings.repair
  const choices = willAsk ? await ask(asked, asks) : choose(asked, settings.repair)
  if (!choices) return stopped(found, settings)
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

const contextOf = (found: Scan, settings: Settings, now: Date): RepairContext => ({
  models: found.models,
  read: createReader(undefined, settings.cwd).read,
  migrations: migrationContext(settings, found.project, now),
})

function write(found: Scan, { plan, after }: Proven, settings: Settings, now: Date): Outcome {
  const written = applyPlan(plan, { cwd: settings.cwd, command: 'run', now })
  const next = nextCommand(settings.cwd, found.project, written)
  const told = outcome('run', after, settings)
  return {
    ...told,
    plan,
    written,
    notes: [...noHistory(found), ...told.notes, ...plan.notes, ...(next ? [`Next: ${next}`] : [])],
  }
}

/** The findings stay as they were. */
function unwritten(found: Scan, { plan, planned }: Proven, settings: Settings): Outcome {
  const told = outcome('run', found, settings)
  const exitCode = exitCodeFor([...told.findings, ...plan.repaired.map(({ finding }) => finding)])
  return { ...told, plan, planned, exitCode, notes: [...noHistory(found), ...told.notes, ...plan.notes] }
}

function stopped(found: Scan, settings: Settings): Outcome {
  const told = outcome('run', found, settings)
  return { ...told, exitCode: told.exitCode || 1, notes: [...told.notes, 'Stopped: nothing was written.'] }
}

function noHistory(found: Scan): string[] {
  if (!hasNoHistory(found) || !repairable(found).length) return []
  return [
    'There are no migrations to tell what is in the database, so a column is added for every paranoid model; ' +
      'where it is there already, the migration leaves it as it is.',
  ]
}
