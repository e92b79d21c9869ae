/** The runner node-pg-migrate: `exports.up = (pgm) => pgm.addColumns(…)`. It runs them later, without retries. */

import type { Naming, Runner, RunnerFacts } from '../types'
import { scriptForm } from './javascript'
import { countedLike } from './naming'
import { shapeOf } from './shape'
import { isElsewhere, npmRun, npx, scriptLike, shown } from './words'

const NAME = 'node-pg-migrate'

export const nodePgMigrate: Runner = {
  name: NAME,

  fits(facts) {
    const { shape } = shapeOf(facts)
    return shape === 'pgm' || (shape === 'none' && NAME in facts.dependencies)
  },

  form: (facts) => scriptForm(facts, 'add-column.node-pg-migrate.js', naming(facts)),

  next(facts) {
    const script = scriptLike(facts, /\bnode-pg-migrate\b.*\bup\b/)
    if (script) return npmRun(facts, script)
    const own = scriptLike(facts, /\bnode-pg-migrate\b *$/)
    if (own && !isElsewhere(facts)) return `npm run ${own} up`
    const folder = facts.folders[0]
    const isUsual = !isElsewhere(facts) && folder === `${facts.start}/migrations`
    return `${npx(facts, NAME)} up${isUsual || !folder ? '' : ` -m ${shown(facts, folder)}`}`
  },

  status: () => undefined,

  undriven: () => 'The migrations here are run by node-pg-migrate.',
}

/** Numbers by milliseconds since 1970, as node-pg-migrate does, or like the existing migrations. */
function naming({ existing }: RunnerFacts): Naming {
  const milliseconds = { prefix: '', joint: '_', count: { width: 13, atLeast: String(Date.now()) } }
  const found = countedLike(existing, milliseconds)
  return found.count?.width === 13 ? { ...found, count: milliseconds.count } : found
}
