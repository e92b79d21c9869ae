/** `rollback` takes back what the last run wrote, unless data would be lost. */

import path from 'node:path'
import { UserError } from '../errors'
import {
  type Recorded,
  type Recovered,
  type Restoration,
  recordedRuns,
  recover,
  removeMigrations,
  restorationOf,
  takeRunBack,
} from '../io/writing'
import { hasRun } from '../judging'
import { isHelper } from '../our-names'
import { typing } from '../project-runner'
import { checkOne } from '../scan'
import type { Check, DatabaseShown, Project, Scan, Settings, SetupOutcome } from '../types'
import { refuseUndrivenBack } from './driven'
import { type Live, openHere, shown } from './live'
import { type OurMigration, ourMigrations } from './our-migrations'
import { looked, scanAll } from './outcome'
import { undo } from './undo'

interface Undone {
  checks: Check[]
  database?: DatabaseShown
  stopped?: string
}

/** Requires that the code no longer asks for the column: otherwise each query would fail. @throws UserError */
export async function rollback(settings: Settings, handed: Live): Promise<SetupOutcome> {
  const recovered = await recover(settings.cwd)
  const found = await scanAll(settings, handed)
  checkOne(found.databases ?? [], settings.cwd)
  if (recovered.some(({ became }) => became === 'taken back')) return tookBack(recovered, found, settings)
  const last = settings.name === undefined ? recordedRuns(settings.cwd)[0] : undefined
  const restoration = last && restorationOf(last, settings.cwd)
  const undone = await columnsBack(found, restoration, settings, handed)
  const others = ofOthers(restoration, found.project)
  const files =
    undone.stopped || !last || !restoration ? [] : await filesBack(last, restoration, others, settings)
  const checks = [...undone.checks, ...files]
  const report = looked(found, settings)
  return {
    command: 'rollback',
    ...report,
    findings: [],
    ...(undone.database && { database: undone.database }),
    checks,
    exitCode: undone.stopped ? 2 : 0,
    notes: [
      ...recovered.map(({ says }) => says),
      ...report.notes,
      ...notesOn(checks, last, undone),
      ...(undone.stopped || !others.length ? [] : [stays(others, settings)]),
    ],
  }
}

/** The migrations that the run wrote for other databases of the project, where they may have run. */
const ofOthers = (restoration: Restoration | undefined, { migrations }: Project): string[] =>
  (restoration?.migrations ?? []).filter(
    (file) => !isHelper(file) && !migrations.some((folder) => file.startsWith(folder + path.sep)),
  )

const stays = (others: string[], { cwd }: Settings): string =>
  `The rest of that run is of another database and stays, until rollback is told its folder: ${others.map((file) => shownFile(file, cwd)).join(', ')}.`

const shownFile = (file: string, cwd: string): string => path.relative(cwd, file).split(path.sep).join('/')

/** The outcome if the last run was interrupted and has just been taken back. Earlier runs stay. */
const tookBack = (recovered: Recovered[], found: Scan, settings: Settings): SetupOutcome => {
  const report = looked(found, settings)
  return {
    command: 'rollback',
    ...report,
    findings: [],
    checks: [],
    exitCode: 0,
    notes: [...recovered.map(({ says }) => says), ...report.notes],
  }
}

function notesOn(checks: Check[], last: Recorded | undefined, { stopped, database }: Undone): string[] {
  if (stopped) return [stopped]
  if (!checks.length)
    return ['There is nothing to take back: no run is recorded here, and no migration of ours has run.']
  if (!last && database) return ['The migration files stay: no record here says that this tool wrote them.']
  return []
}

/** Undoes the migrations. Connects to the database only if there are migrations to undo. */
async function columnsBack(
  found: Scan,
  restoration: Restoration | undefined,
  settings: Settings,
  handed: Live,
): Promise<Undone> {
  refuseUndrivenBack(settings, found.project, restoration?.migrations ?? [])
  const all = ourMigrations(found.history, found.project.root)
  const chosen = settings.name !== undefined ? named(settings.name, all) : undefined
  const wanted =
    chosen ?? (restoration ? all.filter(({ file }) => restoration.migrations.includes(file)) : all)
  if (!wanted.length) return { checks: [] }
  const database = await openHere(settings, found.project).catch((error) => {
    throw withoutDatabaseHint(error, restoration?.migrations ?? [], settings, found.project)
  })
  try {
    const ran = await database.ran()
    const done = wanted.filter(({ file }) => hasRun(file, ran))
    // Without a record, only the migration that ran last is undone.
    const which = chosen || restoration ? done : done.slice(-1)
    if (!which.length) return { checks: [], database: shown(database) }
    return { ...(await undo(which.reverse(), found, database, settings, handed)), database: shown(database) }
  } finally {
    await database.close()
  }
}

/** Adds a way out without a database to a connection error: delete the migrations if they ran nowhere. */
function withoutDatabaseHint(error: unknown, files: string[], settings: Settings, project: Project): unknown {
  if (!(error instanceof UserError) || !files.length) return error
  const names = files.map((file) => shownFile(file, settings.cwd))
  const way = `Or, if ${names.join(' and ')} ran nowhere, delete ${names.length === 1 ? 'it' : 'them'}; deletedat-codemod rollback then takes the rest of the run back and asks no database.`
  return new UserError(error.what, `${error.todo} ${typing(settings, project)(way)}`, error.at)
}

function named(name: string, all: OurMigration[]): OurMigration[] {
  const found = all.filter((one) => one.name === name || one.name.replace(/\.\w+$/, '') === name)
  if (found.length) return found
  throw new UserError(
    `There is no migration of ours called ${name}.`,
    all.length
      ? `There are ${all.map((one) => one.name).join(', ')}.`
      : 'No migration here was written by this tool.',
  )
}

/** @param others what stays of the run; where there is any, only the migrations of this database are removed */
async function filesBack(
  last: Recorded,
  restoration: Restoration,
  others: string[],
  { cwd }: Settings,
): Promise<Check[]> {
  const own = restoration.migrations.filter(
    (file) => !others.includes(file) && !(others.length && isHelper(file)),
  )
  const rewrites = others.length ? [] : restoration.rewrites
  if (others.length) await removeMigrations(own, cwd)
  else await takeRunBack(last, cwd)
  const check = (file: string, says: string): Check => ({ subject: shownFile(file, cwd), state: 'ok', says })
  return [
    ...rewrites.map(({ file }) => check(file, 'as it was before the run')),
    ...own.map((file) => check(file, 'removed')),
  ]
}
