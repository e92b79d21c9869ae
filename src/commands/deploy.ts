/** `deploy` runs only our own pending migrations, one by one, and checks the database after each. */

import path from 'node:path'
import { UserError } from '../errors'
import { type Database, sequelizeCli, underDeployLock } from '../io/database'
import { hasRun } from '../judging'
import { commandsOf, typing } from '../project-runner'
import type { Check, Scan, Settings, VerifyOutcome } from '../types'
import { ranWithOthers, refuseUndriven } from './driven'
import { databaseEvidence, type Live, mayChange, shown } from './live'
import { type OurMigration, ourMigrations } from './our-migrations'
import { looked, scanAll } from './outcome'
import { holders, preflight } from './preflight'
import { verify } from './verify'

/** Can safely be run again at any point. @throws UserError */
export async function deploy(settings: Settings, handed: Live): Promise<VerifyOutcome> {
  const { readTables, database, close } = databaseEvidence(settings)
  let verified: VerifyOutcome
  try {
    const found = await scanAll(settings, {
      ...handed,
      async readTables(tables, project, history) {
        refuseUndriven(settings, project, history)
        return readTables(tables, project, history)
      },
    })
    const live = await database()
    refuseUndriven(settings, { ...found.project, sequelize: live.about.sequelize }, found.history)
    verified = await underLock(found, live, settings, handed)
  } finally {
    await close()
  }
  const stopped = verified.exitCode === 2 || verified.checks.some(({ state }) => state === 'failed')
  return stopped ? verified : proven(verified, await verify({ ...settings, allowEmpty: true }, handed))
}

/** Looks for pending migrations again under the lock, because another deploy may have run them meanwhile. */
async function underLock(
  found: Scan,
  live: Database,
  settings: Settings,
  handed: Live,
): Promise<VerifyOutcome> {
  const report = (
    checks: Check[],
    exitCode: 0 | 1 | 2,
    notes: string[] = [],
    stopped?: string,
  ): VerifyOutcome => {
    const report = looked(found, settings)
    return {
      command: 'deploy',
      ...report,
      findings: [],
      database: shown(live),
      checks,
      exitCode,
      ...(stopped !== undefined && { stopped }),
      notes: [...report.notes, ...notes],
    }
  }
  const { ours, others, notes } = await waiting(found, live)
  const more = ours.length ? ranWithOthers(settings, found.project, others) : undefined
  if (more !== undefined) return report([], 2, [], more)
  if (!ours.length) return report([], 0, ['No migration of ours waits to be run.', ...notes])
  const what = `Run ${ours.map(({ name }) => name).join(', ')}`
  if (!(await mayChange(live, settings, what, handed)))
    return report([], 1, [], 'Stopped: nothing was changed.')
  const tell = handed.tell ?? (() => undefined)
  const busy = () => tell('Another deploy is at work on this database; it is waited for.')
  return underDeployLock(live, settings, { busy, late: () => stillBusy(settings) }, async () => {
    const left = await waiting(found, live)
    const { runsByName } = commandsOf(settings, found.project)
    const { checks, failed } = await runAll(left.ours, live, tell, runsByName)
    return failed
      ? report(checks, 2, notes, typing(settings, found.project)(failed))
      : report(checks, 0, notes)
  })
}

async function waiting(
  { history, project }: Scan,
  live: Database,
): Promise<{ ours: OurMigration[]; others: string[]; notes: string[] }> {
  const ran = await live.ran()
  const pending = history.filter((file) => !hasRun(file, ran))
  // An index migration is recognized by the migration of its column, which may have run already.
  const ours = ourMigrations(history, project.root).filter(({ file }) => pending.includes(file))
  const others = pending
    .filter((file) => !ours.some((one) => one.file === file))
    .map((file) => path.basename(file))
  if (!others.length) return { ours, others, notes: [] }
  const names =
    others.length > 5 ? `${others.slice(0, 5).join(', ')} and ${others.length - 5} more` : others.join(', ')
  return { ours, others, notes: [`Not run, because they are not ours: ${names}.`] }
}

const stillBusy = ({ wait }: Settings): UserError =>
  new UserError(
    `Another deploy has been at work on this database for ${wait} seconds. Nothing was changed.`,
    'Wait for it and run the command again, or give it longer by --wait.',
  )

/** Stops at the first migration that fails, and keeps those that ran before it. */
async function runAll(
  ours: OurMigration[],
  live: Database,
  tell: (line: string) => void,
  byName: boolean,
): Promise<{ checks: Check[]; failed?: string }> {
  const checks: Check[] = []
  for (const one of ours) {
    const before = one.isIndex ? [] : await preflight(one, live)
    checks.push(...before)
    if (before.some(({ state }) => state === 'failed'))
      return { checks, failed: `Stopped before ${one.name}: nothing of it was run.` }
    const went = await runOne(one, live, tell, byName)
    checks.push(...went)
    if (went.some(({ state }) => state === 'failed'))
      return {
        checks,
        failed: `Stopped at ${one.name}. Mend what it says and run deletedat-codemod deploy again.`,
      }
  }
  return { checks }
}

/** Judges by the column and the list of run migrations, not by the exit code of sequelize-cli. */
async function runOne(
  one: OurMigration,
  live: Database,
  tell: (line: string) => void,
  byName: boolean,
): Promise<Check[]> {
  const { code, output } = await sequelizeCli(
    live.source,
    path.dirname(one.file),
    live.process.veil,
    tell,
  ).run('db:migrate', one.name, {}, byName)
  const relation = await live.relation(one.table)
  const isThere = relation?.columns.some(({ name }) => name === one.column) ?? false
  const isNoted = hasRun(one.file, await live.ran())
  const done = one.isIndex ? 'run' : `run; "${one.column}" is there`
  if (isThere && isNoted) return [{ subject: one.name, state: 'ok', says: done }]
  const says = isThere
    ? `"${one.column}" is there, and it is not noted as run yet`
    : `"${one.column}" is not there (sequelize-cli ended with ${code})`
  const inTheWay = relation ? await holders(relation, one.name, live) : []
  return [{ subject: one.name, state: 'failed', says: `${says}. ${lastErrorIn(output)}`.trim() }, ...inTheWay]
}

const lastErrorIn = (output: string): string =>
  output
    .split('\n')
    .findLast((line) => /error/i.test(line))
    ?.trim() ?? ''

const proven = (before: VerifyOutcome, after: VerifyOutcome): VerifyOutcome => ({
  ...after,
  command: 'deploy',
  checks: [...before.checks, ...after.checks],
  notes: [...before.notes, ...after.notes.filter((note) => !before.notes.includes(note))],
})
