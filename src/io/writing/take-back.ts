/** Takes back what a run has written so far; can be repeated after an interruption. */

import { existsSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { asError } from '../../errors'
import { beside, quietly } from './anchor'
import { isNeeded } from './needed'
import { hashIn, type Step, stepsOf } from './record'
import { forget, type Recorded, turned } from './records'
import { unsettle } from './steps'

/** A file that could not be restored. */
interface Left {
  /** The current state, as a sentence without its full stop. */
  says: string
  /** Another try would change nothing. */
  isFinal: boolean
  /** Whether its old self lies beside it. */
  hasBackup: boolean
}

/** @param recorded is closed too if nothing is left to do. @throws only errors of the disk about the record */
export function takeBack(root: string, recorded: Recorded): Left[] {
  const isRun = recorded.state === 'run'
  let now = recorded
  if (recorded.state !== 'undoing') quietly(() => (now = turned(root, recorded, 'undoing')))
  const steps = stepsOf(root, recorded.manifest)
  const files = steps.map(({ file }) => file)
  // An interrupted run is taken back whole: no other could call its helper.
  const isKept = ({ file }: Step) => recorded.state !== 'open' && isNeeded(file, files)
  const left = steps
    .toReversed()
    .filter((step) => !isKept(step))
    .flatMap((step) => leftOf(root, step))
  for (const folder of recorded.manifest.folders ?? [])
    quietly(() => beside(root, path.resolve(root, folder), ({ at }, name) => rmdirSync(at(name))))
  if (left.some(({ isFinal }) => !isFinal)) return left
  if (isRun || recorded.state === 'undoing') turned(root, now, 'undone')
  else quietly(() => forget(root, now))
  return left
}

function leftOf(root: string, step: Step): Left[] {
  try {
    const says = unsettle(root, step)
    return says ? [{ ...described(root, step, says), isFinal: true }] : []
  } catch (error) {
    return [{ ...described(root, step, asError(error).message), isFinal: false }]
  }
}

/** States only facts that were checked. */
function described(root: string, step: Step, why: string): Pick<Left, 'says' | 'hasBackup'> {
  const { kind, file, backup, before, after } = step
  const shown = (one: string) => path.relative(root, one).split(path.sep).join('/')
  const now = looked(root, file)
  const hasBackup = backup !== undefined && existsSync(backup) && looked(root, backup) === before
  const old = hasBackup ? `; its old self is ${shown(backup)}` : ''
  const says = () => {
    if (now === before || (kind === 'migration' && now === undefined))
      return `${shown(file)} is as it was, and what lies beside it could not be removed (${why})`
    if (now === after) return `${shown(file)} is as the run wrote it${old} (${why})`
    return now === 'unknown' ? `${shown(file)} cannot be read${old} (${why})` : `${shown(file)} ${why}${old}`
  }
  return { says: says(), hasBackup }
}

function looked(root: string, file: string): string | undefined {
  try {
    return hashIn(root, file)
  } catch {
    return 'unknown'
  }
}
