/** Says where the commands of a report are to be typed, if that is not where the command was. */

import path from 'node:path'
import type { Outcome, Settings } from '../types'

/** With --workspace places and commands are those of its folder. @param started absolute: where the command was typed */
export function typedWhere<O extends Outcome>(outcome: O, { cwd }: Settings, started: string): O {
  if (cwd === started || outcome.next === undefined) return outcome
  const shown = path.relative(started, cwd).split(path.sep).join('/')
  const says = `Places and commands here are those of ${shown}: type them in that folder.`
  return { ...outcome, notes: [...outcome.notes, says] }
}
