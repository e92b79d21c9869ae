/** DOOR. Runs the project's regular expressions with a bound, since JavaScript's engine may backtrack without end. */

import { asError } from '../../errors'
import { LinearRegExp } from './linear'
import { waysOf } from './ways'

/** This many steps take milliseconds. */
const FEW = 3_000_000

/**
 * Builds the regular expression for a text, with an engine that is sure to end soon.
 *
 * @param spend called with the number of steps before they run
 * @throws if no engine qualifies
 */
export function bounded(
  pattern: string,
  flags: string,
  text: string,
  spend: (steps: number) => void,
): RegExp {
  const steps = (text.length + 1) * waysOf(pattern, text.length)
  if (steps <= FEW) {
    spend(steps)
    return new RegExp(pattern, flags)
  }
  try {
    return new LinearRegExp(pattern, flags, spend)
  } catch (error) {
    throw new Error(`the pattern may take for ever, and is not tried: ${asError(error).message}`)
  }
}
