/** After a failure: takes every step back and says how it went. */

import { UserError } from '../../errors'
import { place } from './planned'
import type { Undo } from './write'

/** Last step first. @returns the error to throw */
export function putBack(done: Undo[], cause: Error, file: string): UserError {
  const failed: string[] = []
  for (const undo of done.toReversed()) {
    try {
      undo()
    } catch (error) {
      failed.push((error as Error).message)
    }
  }
  const what = `Writing failed: ${wordsOf(cause)}.`
  if (!failed.length)
    return new UserError(`${what} Everything is as it was before.`, todoFor(cause), place(file))
  return new UserError(
    `${what} Not all could be put back: ${failed.join('; ')}.`,
    'Copy the .backup files over the files they are named after.',
    place(file),
  )
}

const WORDS: Record<string, [says: string, todo: string]> = {
  EACCES: ['writing there is not permitted', 'Make it writable and run the command again.'],
  EPERM: ['writing there is not permitted', 'Make it writable and run the command again.'],
  EROFS: ['the disk is read-only', 'Run it where it can write.'],
  EBUSY: ['another program holds the file', 'Close it there and run the command again.'],
  ENOSPC: ['the disk is full', 'Make room and run the command again.'],
  EEXIST: ['there is a file of this name already', 'Move it away and run the command again.'],
  ENOTDIR: ['a file stands where a folder should be', 'Move it away, or name the folder by --migrations.'],
}

const codeOf = (error: Error): string => (error as NodeJS.ErrnoException).code ?? ''
const wordsOf = (error: Error): string => WORDS[codeOf(error)]?.[0] ?? error.message
const todoFor = (error: Error): string => WORDS[codeOf(error)]?.[1] ?? 'Run the command again.'
