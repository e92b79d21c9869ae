/** Queries a live database through the project's own Sequelize, which runs in a child process. */

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { quotedTable } from '../../dialects'
import { catalogOver } from '../../live'
import type {
  Connecting,
  Dialect,
  Project,
  Question,
  Relation,
  Schema,
  TableName,
  Whereabouts,
} from '../../types'
import { type Connected, type ProjectProcess, type Source, startProject } from '../loader'
import { configBeside, startFolder } from '../project'

export interface Database {
  source: Source
  about: Connected
  dialect: Dialect
  where: Whereabouts
  /** The child process that runs the queries. */
  process: ProjectProcess
  /** @throws UserError when the database does not answer */
  ask<T>(question: Question<T>): Promise<T>
  /** Queries on a second connection, which keeps its transaction open. @throws UserError */
  askAside<T>(question: Question<T>): Promise<T>
  /** Reads the tables under the names that this version of Sequelize gives them. */
  see(tables: TableName[]): Promise<Schema>
  relation(table: TableName): Promise<Relation | undefined>
  /** File names of the migrations that are recorded as run; undefined if the project keeps no such list. */
  ran(): Promise<string[] | undefined>
  close(): Promise<void>
}

/** @throws UserError */
export async function openDatabase(connecting: Connecting, cwd: string, project: Project): Promise<Database> {
  const source = sourceFor(connecting, cwd, project)
  const child = startProject(source.start, { NODE_ENV: source.environment })
  try {
    return await connected(child, source)
  } catch (error) {
    await child.end()
    throw error
  }
}

export function sourceFor(
  { url, ...options }: Connecting,
  cwd: string,
  { migrations }: Pick<Project, 'migrations'>,
): Source {
  const folder = migrations[0] ?? path.join(cwd, 'migrations')
  const start = startFolder(cwd, folder)
  const config =
    options.config === undefined ? configBeside(start, folder) : path.resolve(cwd, options.config)
  return {
    start,
    environment: options.environment,
    ...(url !== undefined && { url }),
    ...(options.sequelize !== undefined && { instance: path.resolve(cwd, options.sequelize) }),
    ...(config !== undefined && { config }),
  }
}

const connected = async (child: ProjectProcess, source: Source): Promise<Database> =>
  databaseOver(child, source, await child.ask('connect', source))

/**
 * @param about the connection of the process
 * @param evidence whether this is a live database or one that a replay built
 */
export async function databaseOver(
  child: ProjectProcess,
  source: Source,
  about: Connected,
  evidence: 'database' | 'replay' = 'database',
): Promise<Database> {
  const ask = async <T>({ sql, replacements, read }: Question<T>) =>
    read(await child.ask('query', { sql, replacements }))
  const { dialect, where, relation, see } = await catalogOver({ ...about, ask })
  return {
    source,
    about,
    dialect,
    where,
    process: child,
    ask,
    askAside: async ({ sql, replacements, read }) =>
      read(await child.ask('query', { sql, replacements, aside: true })),
    relation,
    see: (tables) => see(tables, evidence),
    async ran() {
      const { storage, table, path: file } = about.journal
      if (storage === 'json') return file === undefined ? [] : namesIn(file)
      if (storage !== 'sequelize') return undefined
      const journal = await relation(table)
      return journal ? ask(names(dialect, journal)) : []
    },
    close: () => child.end(),
  }
}

const names = (dialect: Dialect, journal: Relation): Question<string[]> => ({
  sql: `SELECT name FROM ${quotedTable(dialect, journal)}`,
  read: (rows) => rows.map((row) => String(row.name)),
})

function namesIn(file: string): string[] {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}
