/** `doctor` checks the setup for traps, and compares models, migrations and database. */

import { checkUp, sideBySide } from '../checkup'
import { UserError } from '../errors'
import { sourceFor } from '../io/database'
import { setupOf } from '../io/project'
import { checkOne } from '../scan'
import type { Check, DatabaseShown, Judged, LiveSetup, Settings, SetupOutcome } from '../types'
import { databaseEvidence, type Live, shown } from './live'
import { looked, scanAll } from './outcome'

interface Reached {
  byDatabase?: Judged[]
  live?: LiveSetup
  database?: DatabaseShown
  /** Why the database was not reached. */
  unreached?: Check
}

/** Runs the project's config. A failed connection becomes a check and does not end the command. */
export async function doctor(settings: Settings, handed: Live): Promise<SetupOutcome> {
  const found = await scanAll(settings, handed)
  checkOne(found.databases ?? [], settings.cwd)
  const { project, notes } = found
  const reached = await look(settings, handed)
  const { start } = sourceFor(settings.connecting, settings.cwd, project)
  const setup = setupOf(start, project.migrations, notes)
  const models = found.models.map((byMigrations, index) => ({
    byMigrations,
    byDatabase: reached.byDatabase?.[index],
  }))
  const checks = [
    ...(reached.unreached ? [reached.unreached] : []),
    ...checkUp(reached.live ? { ...setup, live: reached.live } : setup),
    ...sideBySide(models),
  ]
  const failed = checks.some(({ state }) => state === 'failed')
  return {
    command: 'doctor',
    ...looked(found, settings),
    findings: [],
    notes: [],
    ...(reached.database && { database: reached.database }),
    checks,
    exitCode: reached.unreached ? 2 : failed ? 1 : 0,
  }
}

async function look(settings: Settings, handed: Live): Promise<Reached> {
  const { readTables, database, close } = databaseEvidence(settings)
  try {
    const { models } = await scanAll(settings, { ...handed, readTables })
    const { about, where, ...live } = await database()
    return {
      byDatabase: models,
      database: shown({ about, where, ...live }),
      live: {
        dialect: about.dialect,
        server: where.server,
        major: Number.parseInt(about.sequelize, 10),
        path: where.path,
        ran: await live.ran(),
        warnings: about.warnings,
      },
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { unreached: { subject: 'connection', state: 'failed', says: `${error.what} ${error.todo}` } }
  } finally {
    await close()
  }
}
