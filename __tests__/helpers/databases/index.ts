/**
 * Throw-away databases for tests: the real PostgreSQL and MariaDB of this machine (POSTGRES_URL, MARIADB_URL),
 * embedded Postgres behind a socket, and SQLite in a file. Where a server cannot be reached its tests are skipped
 * and say why, unless REQUIRE_DATABASES ("postgres,mariadb") names it: then they fail.
 */

import { spawnSync } from 'node:child_process'
import { mariadb } from './mariadb'
import { pglite } from './pglite'
import { postgres } from './postgres'
import { sqlite } from './sqlite'
import type { DatabaseKind, DatabaseName } from './types'

export type { DatabaseName, Server, TestDatabase } from './types'

const kinds: Record<DatabaseName, DatabaseKind> = { postgres, mariadb, pglite, sqlite }

export const databaseNames = Object.keys(kinds) as DatabaseName[]

export const startServer = (name: DatabaseName) => kinds[name].start()

const known = new Map<DatabaseName, boolean>()

/** Whether tests may use it; told at once, so that `describe` can be skipped. */
export function available(name: DatabaseName): boolean {
  const answer = known.get(name) ?? reachable(name)
  known.set(name, answer)
  return answer
}

function reachable(name: DatabaseName): boolean {
  const { probe } = kinds[name]
  const { status, stderr } = probe ? spawnSync(process.execPath, ['-e', probe]) : { status: 0, stderr: '' }
  if (status === 0) return true
  const reason = `${name} cannot be reached: ${String(stderr).trim()}`
  if (process.env.REQUIRE_DATABASES?.split(',').includes(name)) throw new Error(reason)
  process.stderr.write(`Skipped: ${reason}. REQUIRE_DATABASES=${name} makes this a failure.\n`)
  return false
}

/** `describe` on this database, skipped where it is not available. */
export const describeOn = (name: DatabaseName, title: string, tests: () => void): void =>
  (available(name) ? describe : describe.skip)(`${title} [${name}]`, tests)
