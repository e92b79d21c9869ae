/** Lets one deploy run at a time: takes an advisory lock of the database, or else a lock file in the project. */

import { existsSync, mkdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { UserError } from '../../errors'
import { codeOf } from '../../errors'
import type { Advisory, Query } from '../../types'
import { FOLDER, isGone } from '../writing'
import type { Database } from './database'

/** Milliseconds between two tries. */
const PAUSE = 500

/**
 * @param wait seconds
 * @param busy is called once if another deploy holds the lock
 * @returns a function that releases the lock; undefined if the lock did not become free in time
 */
export async function deployLock(
  database: Database,
  cwd: string,
  wait: number,
  busy: () => void,
): Promise<(() => Promise<void>) | undefined> {
  const { advisory, pooled } = database.dialect.catalog
  const own = isPooled(database) ? (pooled ?? advisory) : advisory
  const lock = own ? inDatabase(database, own) : byFile(cwd)
  const end = Date.now() + wait * 1000
  for (let tries = 0; !(await lock.take()); tries++) {
    if (tries === 0) busy()
    if (Date.now() + PAUSE > end) return undefined
    await pause(PAUSE)
  }
  return lock.give
}

/**
 * Runs `work` under the lock and releases the lock even if `work` throws.
 *
 * @throws the UserError of `late` if the lock did not become free in time, and whatever `work` throws
 */
export async function underDeployLock<T>(
  database: Database,
  { cwd, wait }: { cwd: string; wait: number },
  { busy, late }: { busy(): void; late(): UserError },
  work: () => Promise<T>,
): Promise<T> {
  const give = await deployLock(database, cwd, wait, busy)
  if (!give) throw late()
  try {
    return await work()
  } finally {
    await give().catch(() => undefined)
  }
}

/** Behind a pooler, the session that answers differs from the session of the connection. */
const isPooled = ({ about, where }: Database): boolean =>
  about.session !== undefined && where.session !== undefined && about.session !== where.session

function inDatabase({ askAside }: Database, { begin, take, give }: Advisory) {
  const run = (query: Query) => askAside({ ...query, read: () => undefined })
  return {
    async take() {
      if (begin) await run(begin)
      const isFree = await askAside(take)
      if (!isFree) await run(give)
      return isFree
    },
    give: () => run(give),
  }
}

function byFile(cwd: string) {
  const file = path.join(cwd, FOLDER, 'deploy.lock')
  return {
    take: async () => isLocked(file),
    give: async () => unlinkSync(file),
  }
}

function isLocked(file: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true })
  const ignore = path.join(path.dirname(file), '.gitignore')
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n')
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if (ownerIsGone(file)) rmSync(file, { force: true })
    return false
  }
}

/** Milliseconds after which a lock file without a process id is stale: its owner was killed before it wrote one. */
const STALE = 10_000

function ownerIsGone(file: string): boolean {
  try {
    const owner = Number(readFileSync(file, 'utf8'))
    if (!owner) return Date.now() - statSync(file).mtimeMs > STALE
    return isGone(owner)
  } catch {
    return false
  }
}
