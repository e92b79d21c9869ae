/** One deployer at a time: by the database where it can, else by a file in the project. */

import { closeSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from './database'
import { FOLDER } from './manifest'

/** Milliseconds between two looks. */
const PAUSE = 500

/**
 * @param wait seconds
 * @param busy is called once where somebody else is at it
 * @returns gives the lock back; undefined where it did not come free in time
 */
export async function deployLock(
  database: Database,
  cwd: string,
  wait: number,
  busy: () => void,
): Promise<(() => Promise<void>) | undefined> {
  const lock = database.dialect.advisory ? bySession(database) : byFile(cwd)
  const end = Date.now() + wait * 1000
  for (let tries = 0; !(await lock.take()); tries++) {
    if (tries === 0) busy()
    if (Date.now() + PAUSE > end) return undefined
    await pause(PAUSE)
  }
  return lock.give
}

function bySession({ dialect, ask }: Database) {
  const { take, give } = dialect.advisory!
  return { take: () => ask(take), give: () => ask({ ...give, read: () => undefined }) }
}

function byFile(cwd: string) {
  const file = path.join(cwd, FOLDER, 'deploy.lock')
  return {
    take: async () => taken(file),
    give: async () => unlinkSync(file),
  }
}

function taken(file: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true })
  try {
    const descriptor = openSync(file, 'wx')
    writeSync(descriptor, String(process.pid))
    closeSync(descriptor)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (ownerIsGone(file)) unlinkSync(file)
    return false
  }
}

function ownerIsGone(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
