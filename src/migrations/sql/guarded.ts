/** What a change is worth that runs only on a condition: what it adds is there afterwards, what it takes is perhaps gone. */

import type { Change } from '../../types'
import { type Script, unread } from './script'
import { columnsOf, tablesOf, taking } from './touched'

const adding: Change['do'][] = ['addColumn', 'changeColumn', 'unread']

/** `text` is the statement. */
export function guarded(change: Change, text: string, script: Script): Change {
  if (change.do === 'createTable') return { ...change, ifNotExists: true }
  if (adding.includes(change.do)) return change
  return taking(
    change,
    unread(text, script, 'it runs only on a condition', tablesOf(change), columnsOf(change)),
  )
}
