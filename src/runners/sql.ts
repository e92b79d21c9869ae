/** The runner for a folder of numbered SQL files, which the user or a script of the project runs. */

import { dialectNamed } from '../dialects'
import type { Runner } from '../types'
import { countedLike } from './naming'
import { shapeOf } from './shape'
import { sqlPart } from './sql-form'
import { npmRun, scriptLike, shown, word } from './words'

const NUMBERED = /^\d+[-_]+[^.]+\.sql$/

export const sql: Runner = {
  name: 'sql',

  fits: (facts) => shapeOf(facts).shape === 'sql' && facts.existing.every(({ name }) => NUMBERED.test(name)),

  form(facts) {
    const part = sqlPart(facts, '.sql')
    return 'cannot' in part ? part : { naming: countedLike(facts.existing), parts: [part] }
  },

  next(facts, files) {
    const script = scriptLike(facts, /\bmigrat/)
    if (script) return npmRun(facts, script)
    const all = files.map((file) => shown(facts, file))
    return dialectNamed(facts.dialect)?.client?.(all, word)
  },

  status: () => undefined,

  undriven: () => 'The migrations here are plain SQL, run by hand or by a script of your own.',
}
