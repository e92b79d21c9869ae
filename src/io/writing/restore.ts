/** Takes back what a run wrote, as far as the files are still as it left them. */

import { existsSync, readFileSync, renameSync, unlinkSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../../errors'
import { hashOf, type Recorded } from './manifest'
import { place } from './planned'
import { targetOf } from './target'
import { replaceFile } from './write'

/** What is to be taken back, checked beforehand. */
export interface Restoration {
  /** Absolute. */
  rewrites: { file: string; backup: string }[]
  /** Migrations that the run wrote and that are still as it wrote them. */
  migrations: string[]
}

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

/** Puts the old bytes back, each file at once; a backup that was put back is no longer needed. */
export function putFilesBack({ rewrites }: Restoration): void {
  for (const { file, backup } of rewrites) {
    replaceFile(file, readFileSync(file), readFileSync(backup))
    unlinkSync(backup)
  }
}

export function removeMigrations({ migrations }: Restoration): void {
  for (const file of migrations) unlinkSync(file)
}

/** The record stays for people, and counts no more. */
export const markUndone = ({ record }: Recorded): void =>
  renameSync(record, path.join(path.dirname(record), path.basename(record).replace(/^run-/, 'undone-')))
