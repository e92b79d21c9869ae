/** One process at a time in a folder that several write to: the workers of a codemod's runner. */

import { mkdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Longer than any of this work takes: whoever made the lock is gone. */
const STALE = 10_000

/** Makes the folder if need be. @throws what `work` throws, and what the disk says */
export async function exclusively<T>(folder: string, work: () => T): Promise<T> {
  mkdirSync(folder, { recursive: true })
  const lock = path.join(folder, '.deletedat-codemod.lock')
  while (!taken(lock)) await pause(10 + Math.random() * 20)
  try {
    return work()
  } finally {
    unlinkSync(lock)
  }
}

function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    dropStale(lock)
    return false
  }
}

function dropStale(lock: string): void {
  try {
    if (Date.now() - statSync(lock).mtimeMs > STALE) unlinkSync(lock)
  } catch {
    // Its owner was done with it just now.
  }
}
