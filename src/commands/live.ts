/** What every command on a live database does first: connect, show where that led to, and ask where it matters. */

import { UserError } from '../errors'
import { type Database, openDatabase } from '../io/database'
import { typedError } from '../project-runner'
import type { DatabaseShown, Eye, Project, Settings } from '../types'
import type { Handed } from './outcome'

/** What a command on a live database may be handed besides. */
export interface Live extends Handed {
  /** Shows a line at once, before the report. */
  tell?(line: string): void
  /** Shows what was connected to, before anything is changed there. */
  reached?(database: DatabaseShown): void
  /** Asks somebody at a terminal; left out: nobody is there. */
  confirm?(question: string): Promise<boolean>
}

/** @throws UserError whose way out is typed as the user would */
export const openHere = (settings: Settings, project: Project): Promise<Database> =>
  openDatabase(settings.connecting, settings.cwd, project).catch((error) => {
    throw typedError(error, settings, project)
  })

/** The database as the judge of models. It is opened when the models are known, and stays open. */
export function databaseEye(settings: Settings): {
  eye: Eye
  database(): Promise<Database>
  close(): Promise<void>
} {
  let opened: Promise<Database> | undefined
  const open = (project: Project) => (opened ??= openHere(settings, project))
  return {
    async eye(tables, project) {
      const database = await open(project)
      return { schema: await database.see(tables), dialect: database.dialect.name, ran: await database.ran() }
    },
    database: () => opened as Promise<Database>,
    async close() {
      await (await opened?.catch(() => undefined))?.close()
    },
  }
}

export function shown({ about, where }: Database): DatabaseShown {
  const { dialect, host, port, environment, from, tls } = about
  return {
    dialect,
    server: where.server,
    ...(host && { host }),
    ...(port && { port }),
    database: where.database,
    ...(where.user && { user: where.user }),
    environment,
    from,
    tls,
  }
}

const isProduction = (environment: string): boolean => /prod|live/i.test(environment)

/**
 * Before anything is changed: says where, and asks in production.
 *
 * @returns false where somebody said no
 * @throws UserError in production when nobody can be asked and --yes is not given
 */
export async function mayChange(
  database: Database,
  { yes }: Settings,
  what: string,
  { reached, confirm }: Live,
): Promise<boolean> {
  const { environment } = database.about
  reached?.(shown(database))
  if (yes || !isProduction(environment)) return true
  if (confirm) return confirm(`${what} in ${environment}?`)
  throw new UserError(
    `This is ${environment}, and nobody can be asked. Nothing was changed.`,
    'Pass --yes if it is meant.',
  )
}
