/** The runner golang-migrate, and others with the same pairs: `0003_words.up.sql` and `0003_words.down.sql`. */

import type { Runner } from '../types'
import { countedLike } from './naming'
import { shapeOf } from './shape'
import { backPart, sqlPart } from './sql-form'
import { npmRun, scriptLike } from './words'

const UP = /^\d+_.*\.up\.sql$/

export const golangMigrate: Runner = {
  name: 'golang-migrate',

  fits: (facts) => shapeOf(facts).shape === 'sql' && facts.existing.some(({ name }) => UP.test(name)),

  form(facts) {
    const part = sqlPart(facts, '.up.sql')
    if ('cannot' in part) return part
    return { naming: countedLike(facts.existing), parts: [part, backPart(facts, '.down.sql')] }
  },

  /** golang-migrate needs the URL of the database, which only a script of the project knows. */
  next(facts) {
    const script = scriptLike(facts, /\bmigrate\b.*\bup\b/)
    return script && npmRun(facts, script)
  },

  status: () => undefined,

  undriven: () =>
    'The migrations here are pairs of .up.sql and .down.sql, run by golang-migrate or its like.',
}
