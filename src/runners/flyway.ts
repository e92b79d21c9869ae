/** The runner Flyway: `V12__words.sql`. Its undo is a paid feature, so no undo migration is written. */

import type { Runner } from '../types'
import { countedLike } from './naming'
import { shapeOf } from './shape'
import { sqlPart } from './sql-form'
import { npmRun, npx, scriptLike, shown } from './words'

const NAMED = /^V\d[\d._]*__.*\.sql$/

export const flyway: Runner = {
  name: 'flyway',

  fits: (facts) => shapeOf(facts).shape === 'sql' && facts.existing.some(({ name }) => NAMED.test(name)),

  form(facts) {
    const part = sqlPart(facts, '.sql')
    if ('cannot' in part) return part
    const versions = facts.existing.filter(({ name }) => NAMED.test(name))
    return { naming: { ...countedLike(versions), prefix: 'V', joint: '__' }, parts: [part] }
  },

  next(facts) {
    const script = scriptLike(facts, /\bflyway\b.*\bmigrate\b/)
    if (script) return npmRun(facts, script)
    const wrapper = ['node-flywaydb', 'flywaydb-cli'].find((name) => name in facts.dependencies)
    if (wrapper) return `${npx(facts, wrapper, 'flyway')} migrate`
    return `flyway -locations=filesystem:${shown(facts, facts.folders[0] ?? '')} migrate`
  },

  status: () => 'flyway info',

  undriven: () => 'The migrations here are run by Flyway.',
}
