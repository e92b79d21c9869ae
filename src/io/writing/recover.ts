/** Finishes or takes back a run that was interrupted while it wrote. */

import { readdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { asError, UserError } from '../../errors'
import { exclusively } from './exclusive'
import { place } from './planned'
import { stepsOf } from './record'
import { FOLDER, type Recorded, recorded, recordNames, turned } from './records'
import { isStaged, settle } from './steps'
import { takeBack } from './take-back'

export interface Recovered {
  became: 'finished' | 'taken back'
  says: string
}

/** Runs before the project is read. @throws UserError when the run can neither be finished nor taken back */
export async function recover(cwd: string): Promise<Recovered[]> {
  const root = realpathSync(cwd)
  if (!open(root).length && !isLittered(root)) return []
  try {
    return await exclusively(root, path.join(root, FOLDER), () =>
      open(root).map((one) => recoverOne(root, one)),
    )
  } catch (error) {
    throw error instanceof UserError ? error : stuck(asError(error).message, path.join(root, FOLDER))
  }
}

const open = (root: string): Recorded[] =>
  recordNames(root).some(isOpen) ? recorded(root, 'open', 'undoing') : []

/** Whether a killed run left a lock or a temporary file; the next process that takes the lock removes it. */
function isLittered(root: string): boolean {
  try {
    return readdirSync(path.join(root, FOLDER)).some((name) => /^\.deletedat-.*\.(lock|tmp)$/.test(name))
  } catch {
    return false
  }
}

const isOpen = (name: string): boolean => /^(open|undoing)-/.test(name)

/** The warning for commands that write nothing. */
export const interrupted = (cwd: string): string[] =>
  recordNames(cwd).some(isOpen)
    ? [
        'A run was ended while it wrote. The next run of deletedat-codemod that writes, or rollback, finishes it or takes it back.',
      ]
    : []

function recoverOne(root: string, one: Recorded): Recovered {
  const which = `The run of ${one.manifest.at.slice(0, 19).replace('T', ' ')} UTC was ended while it wrote`
  const steps = stepsOf(root, one.manifest)
  const files = steps.map(({ file }) => path.relative(root, file).split(path.sep).join('/'))
  const shown =
    files.length > 5 ? `${files.slice(0, 5).join(', ')} and ${files.length - 5} more` : files.join(', ')
  if (one.state === 'open' && steps.every((step) => isStaged(root, step))) {
    for (const step of steps) settle(root, step)
    turned(root, one, 'run')
    return { became: 'finished', says: `${which}. It was finished now: ${shown}.` }
  }
  const left = takeBack(root, one)
  const says = left.map((it) => it.says).join('; ')
  if (left.some(({ isFinal }) => !isFinal))
    throw stuck(`${which}. Not all could be taken back: ${says}`, root)
  const but = left.length ? `, but for this: ${says}` : ''
  return { became: 'taken back', says: `${which}. It was taken back now: ${shown}${but}.` }
}

const stuck = (why: string, at: string): UserError =>
  new UserError(`${why}.`, 'Mend that and run the command again.', place(at))
