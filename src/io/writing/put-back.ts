/** Takes every step back after a failure and describes the result. */

import { codeOf, UserError } from '../../errors'
import { place } from './planned'
import { NONE, type Recorded, recorded } from './records'
import { takeBack } from './take-back'

/** @returns the error to throw */
export function putBack(root: string, given: Recorded, cause: Error, file: string): UserError {
  const left = takeBack(root, known(root, given))
  if (!left.length) return failure(cause, file)
  const what = `Writing failed: ${wordsOf(cause)}. Not all could be put back: ${left.map(({ says }) => says).join('; ')}.`
  const isDone = left.every(({ isFinal }) => isFinal)
  const todo = isDone
    ? left.some(({ hasBackup }) => hasBackup)
      ? 'Compare these files with their backups.'
      : todoFor(cause)
    : 'Mend that and run the command again: it first finishes this, or takes it back.'
  return new UserError(what, todo, place(file))
}

/** The record may exist even though creating it failed. */
function known(root: string, given: Recorded): Recorded {
  if (given.record !== NONE) return given
  try {
    return recorded(root, 'open').find(({ manifest }) => manifest.id === given.manifest.id) ?? given
  } catch {
    return given
  }
}

/** The error for a failure that left nothing changed. */
export const failure = (cause: Error, file: string): UserError =>
  new UserError(
    `Writing failed: ${wordsOf(cause)}. Everything is as it was before.`,
    todoFor(cause),
    place(file),
  )

const WORDS: Record<string, [says: string, todo: string]> = {
  EACCES: ['writing there is not permitted', 'Make it writable and run the command again.'],
  EPERM: ['writing there is not permitted', 'Make it writable and run the command again.'],
  EROFS: ['the disk is read-only', 'Run it where it can write.'],
  EBUSY: ['another program holds the file', 'Close it there and run the command again.'],
  ENOSPC: ['the disk is full', 'Make room and run the command again.'],
  EDQUOT: ['the disk is full', 'Make room and run the command again.'],
  EMFILE: ['too many files are open', 'Close other programs and run the command again.'],
  EIO: ['the disk does not work as it should', 'Look after the disk, then run the command again.'],
  EEXIST: ['there is a file of this name already', 'Move it away and run the command again.'],
  ENOTDIR: ['a file stands where a folder should be', 'Move it away and run the command again.'],
  ELSEWHERE: ['a link leads out of the project there', 'Remove the link and run the command again.'],
  CHANGED: ['it was changed meanwhile', 'Run the command again.'],
}

const wordsOf = (error: Error): string => WORDS[codeOf(error)]?.[0] ?? error.message
const todoFor = (error: Error): string => WORDS[codeOf(error)]?.[1] ?? 'Run the command again.'
