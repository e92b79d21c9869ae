/** DOOR. Regular expressions of the project, in bounds: JavaScript's own engine may go back and forth for ever. */

import { asError } from '../../errors'
import { LinearRegExp } from './linear'
import { waysOf } from './ways'

/** So many steps are a matter of milliseconds. */
const FEW = 3_000_000

/**
 * The expression for a text, by whichever engine is sure to end soon.
 *
 * @param spend told of the steps before they are taken
 * @throws where no engine is
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
