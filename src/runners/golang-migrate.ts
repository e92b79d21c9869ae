/** The runner golang-migrate, and others with the same pairs: `0003_words.up.sql` and `0003_words.down.sql`. */

import type { Runner, RunnerFacts } from '../types'
import { countedLike } from './naming'
import { shapeOf } from './shape'
import { backPart, sqlPart } from './sql-form'
import { npmRun, scriptLike, shown } from './words'

const UP = /^\d+_.*\.up\.sql$/

export const golangMigrate: Runner = {
  name: 'golang-migrate',

  fits: (facts) => shapeOf(facts).shape === 'sql' && facts.existing.some(({ name }) => UP.test(name)),

  form(facts) {
    const part = sqlPart(facts, '.up.sql')
    if ('cannot' in part) return part
    return { naming: countedLike(facts.existing), parts: [part, backPart(facts, '.down.sql')] }
  },

  /** golang-migrate reads no URL from the environment, so without a script the shell puts it in. */
  next(facts) {
    const script = scriptLike(facts, /\bmigrate\b.*\bup\b/)
    return script ? npmRun(facts, script) : `${command(facts)} up`
  },

  status: (facts) => `${command(facts)} version`,

  undriven: () =>
    'The migrations here are pairs of .up.sql and .down.sql, run by golang-migrate or its like.',
}

const command = (facts: RunnerFacts): string =>
  `migrate -path ${shown(facts, facts.folders[0] ?? facts.start)} -database "$DATABASE_URL"`
