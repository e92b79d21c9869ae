/** Takes a run back that is all written, as far as its files are still as it left them. */

import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../../errors'
import { exclusively } from './exclusive'
import { place } from './planned'
import { hashOf } from './record'
import { FOLDER, type Recorded, recorded } from './records'
import { takeBack } from './take-back'
import { targetOf } from './target'

/** What is to be taken back, checked beforehand. */
export interface Restoration {
  /** Absolute. */
  rewrites: { file: string; backup: string }[]
  /** Migrations that the run wrote and that are still as it wrote them. */
  migrations: string[]
}

/** The runs that are not taken back yet, the last one first. */
export const recordedRuns = (cwd: string): Recorded[] => recorded(realpathSync(cwd), 'run')

/**
 * @throws UserError when a file was changed since, or a backup is gone: nothing is taken back then
 */
export function restorationOf({ manifest }: Recorded, cwd: string): Restoration {
  const rewrites: Restoration['rewrites'] = []
  const migrations: string[] = []
  for (const { kind, file: named, backup: kept, before, after } of manifest.files) {
    const file = targetOf(path.resolve(cwd, named), cwd)
    if (kind === 'migration') {
      if (isStill(file, after)) migrations.push(file)
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

/** The record stays for people, and counts no more. @throws UserError when not all could be taken back */
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
