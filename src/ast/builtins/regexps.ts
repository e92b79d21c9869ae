/** Implements the methods of regular expressions. Its pattern and its flags are the path of a Ref. */

import { spendSteps } from '../bounds'
import { list } from '../making'
import { bounded } from '../regex'
import type { Ref, RValue } from '../runtime'
import type { Builtin } from './builtin'

export const regexpOf = (pattern: string, flags: string): Ref => ({
  kind: 'ref',
  module: 'RegExp',
  path: [pattern, flags],
  text: `/${pattern}/`,
})

export const regexps: Builtin = {
  words: ['RegExp'],
  call({ path: [pattern = '', flags = '', method] }, [given], _site, m): RValue {
    const text = m.force(given)
    // With these flags the result depends on the calls before.
    if (typeof text !== 'string' || /[gy]/.test(flags)) return undefined
    const regexp = bounded(pattern, flags, text, (steps) => spendSteps(steps, m))
    if (method === 'test') return regexp.test(text)
    if (method !== 'exec') return undefined
    const found = regexp.exec(text)
    return found && list([...found])
  },
}
