/** Opens the live database for commands, describes the connection, and asks before a change in production. */

import { UserError } from '../errors'
import { type Database, openDatabase } from '../io/database'
import { typedError } from '../project-runner'
import type { DatabaseShown, Project, ReadTables, Settings } from '../types'
import type { Handed } from './outcome'

/** Callbacks for a command that uses a live database. */
export interface Live extends Handed {
  /** Shows a line at once, before the report. */
  tell?(line: string): void
  /** Shows the connected database before anything is changed in it. */
  reached?(database: DatabaseShown): void
  /** Asks the user at a terminal. It is left out if there is no terminal. */
  confirm?(question: string): Promise<boolean>
}

/** @throws UserError whose hint names commands as the user types them here */
export const openHere = (settings: Settings, project: Project): Promise<Database> =>
  openDatabase(settings.connecting, settings.cwd, project).catch((error) => {
    throw typedError(error, settings, project)
  })

/** Uses the database as evidence. It opens when the models are known, and stays open until `close`. */
export function databaseEvidence(settings: Settings): {
  readTables: ReadTables
  database(): Promise<Database>
  close(): Promise<void>
} {
  let opened: Promise<Database> | undefined
  const open = (project: Project) => (opened ??= openHere(settings, project))
  return {
    async readTables(tables, project) {
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
 * Shows the database before a change, and asks for consent in production.
 *
 * @returns false if the user says no
 * @throws UserError in production if there is no terminal and --yes is not given
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
