/** Takes back a completed run if its files have not changed since. */

import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../../errors'
import { exclusively } from './exclusive'
import { isNeeded } from './needed'
import { place } from './planned'
import { hashOf } from './record'
import { FOLDER, type Recorded, recorded } from './records'
import { takeBack } from './take-back'
import { targetOf } from './target'

/** The changes to take back, already checked. */
export interface Restoration {
  /** Absolute paths. */
  rewrites: { file: string; backup: string }[]
  /** Migrations that the run wrote and that have not changed since. */
  migrations: string[]
}

/** The runs that are not taken back yet, the latest first. */
export const recordedRuns = (cwd: string): Recorded[] => recorded(realpathSync(cwd), 'run')

/**
 * @throws UserError when a file has changed since or a backup is missing; nothing is taken back then
 */
export function restorationOf({ manifest }: Recorded, cwd: string): Restoration {
  const rewrites: Restoration['rewrites'] = []
  const migrations: string[] = []
  const all = manifest.files.map(({ file }) => targetOf(path.resolve(cwd, file), cwd))
  for (const { kind, file: named, backup: kept, before, after } of manifest.files) {
    const file = targetOf(path.resolve(cwd, named), cwd)
    if (kind === 'migration') {
      if (isStill(file, after) && !isNeeded(file, all)) migrations.push(file)
      continue
    }
    if (!isStill(file, after)) throw changed(file)
    const backup = targetOf(path.resolve(cwd, kept ?? ''), cwd)
    if (!before || !isStill(backup, before)) throw noBackup(file, backup)
    rewrites.push({ file, backup })
  }
  return { rewrites, migrations }
}

const isStill = (file: string, hash: string): boolean =>
  existsSync(file) && hashOf(readFileSync(file)) === hash

const changed = (file: string): UserError =>
  new UserError(
    'This file was changed since the run that is to be taken back. Nothing was taken back.',
    'Take the lines back by hand; its old self lies beside it as .backup.',
    place(file),
  )

const noBackup = (file: string, backup: string): UserError =>
  new UserError(
    `The backup ${path.basename(backup)} is gone, or is not what this file was. Nothing was taken back.`,
    'Take the lines back by hand, or from git.',
    place(file),
  )

/** Removes migrations that are checked already, and leaves the rest of the run: it is of another database. */
export async function removeMigrations(files: string[], cwd: string): Promise<void> {
  const root = realpathSync(cwd)
  await exclusively(root, path.join(root, FOLDER), () => {
    for (const file of files) rmSync(file)
  })
}

/** The record stays on disk as `undone`. @throws UserError when some files could not be restored */
export async function takeRunBack(run: Recorded, cwd: string): Promise<void> {
  const root = realpathSync(cwd)
  const left = await exclusively(root, path.join(root, FOLDER), () => takeBack(root, run))
  if (!left.length) return
  throw new UserError(
    `Not all could be taken back: ${left.map(({ says }) => says).join('; ')}.`,
    'Mend that and run the command again: it goes on with this.',
    place(root),
  )
}
