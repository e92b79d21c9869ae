/** Converts a change that runs only on a condition: its additions count, its removals become unread. */

import type { Change } from '../../types'
import { type Script, unread } from './script'
import { columnsOf, tablesOf, taking } from './touched'

const adding: Change['do'][] = ['addColumn', 'changeColumn', 'unread']

/** @param text the statement */
export function guarded(change: Change, text: string, script: Script): Change {
  if (change.do === 'createTable') return { ...change, ifNotExists: true }
  if (adding.includes(change.do)) return change
  return taking(
    change,
    unread(text, script, 'it runs only on a condition', tablesOf(change), columnsOf(change)),
  )
}
