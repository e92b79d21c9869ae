/**
 * Lets one process at a time work in a folder that several processes write to.
 *
 * Each process creates a lock file with a unique name and then looks for other locks: if two meet, at least one sees
 * the other and steps back. So no lock is ever taken over, and the leftovers of a killed process block nobody,
 * whatever they contain.
 */

import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { UserError } from '../../errors'
import { type HeldFolder, makeFolder, quietly, within } from './anchor'
import { sweep } from './create'
import { isGone } from './owner'
import { place } from './planned'

const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const LOCK = /^\.deletedat-(\w{8})-(\d+)-[0-9a-f]{8}\.lock$/

/** Locks that this process holds now. */
const laid = new Set<string>()

/** Milliseconds after which a lock from another machine, whose processes cannot be checked, is stale. */
const STALE = 60_000

/** Milliseconds to wait for another process. */
const PATIENCE = 60_000

/**
 * @param root real path that is or contains the folder; the folder is created if it is missing
 * @throws what `work` throws, errors of the disk, and UserError if another process does not finish in time
 */
export async function exclusively<T>(
  root: string,
  folder: string,
  work: () => T | Promise<T>,
  patience = PATIENCE,
): Promise<T> {
  const name = `.deletedat-${HOST}-${process.pid}-${randomBytes(4).toString('hex')}.lock`
  const made: string[] = []
  const end = Date.now() + patience
  laid.add(name)
  try {
    for (let other: string | undefined; (other = lockOfOther(root, folder, name, made)); ) {
      if (Date.now() > end) throw busy(folder, other)
      await pause(10 + Math.random() * 40)
    }
    return await work()
  } finally {
    laid.delete(name)
    quietly(() => within(root, folder, ({ at }) => unlinkSync(at(name))))
    // Removes the created folders if they are empty.
    for (const one of made) quietly(() => rmdirSync(one))
  }
}

/** @returns the lock of another process, if any */
function lockOfOther(root: string, folder: string, name: string, made: string[]): string | undefined {
  made.push(...makeFolder(root, folder).filter((one) => !made.includes(one)))
  return within(root, folder, (held) => {
    writeFileSync(held.at(name), '', { flag: 'wx' })
    try {
      const other = othersIn(held, name)
      if (other) unlinkSync(held.at(name))
      else sweep(held)
      return other
    } catch (error) {
      quietly(() => unlinkSync(held.at(name)))
      throw error
    }
  })
}

function othersIn({ at }: HeldFolder, own: string): string | undefined {
  return readdirSync(at('.')).find((name) => {
    const [, host, pid] = LOCK.exec(name) ?? []
    if (!host || name === own) return false
    const isLeft = host === HOST ? !isAlive(name, Number(pid)) : ageOf(at(name)) > STALE
    if (isLeft) quietly(() => unlinkSync(at(name)))
    return !isLeft
  })
}

const isAlive = (name: string, pid: number): boolean => (pid === process.pid ? laid.has(name) : !isGone(pid))

function ageOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

const busy = (folder: string, lock: string): UserError =>
  new UserError(
    `Another run (process ${LOCK.exec(lock)?.[2]}) is writing here and does not come to an end. Nothing was written.`,
    `Run the command again when it has ended. If there is no such run, delete ${lock}.`,
    place(folder),
  )
