/** The runner knex: `exports.up = (knex) => knex.schema.alterTable(…)`. */

import path from 'node:path'
import type { Runner } from '../types'
import { scriptForm } from './javascript'
import { countedLike } from './naming'
import { shapeOf } from './shape'
import { isElsewhere, npmRun, npx, scriptLike, shown } from './words'

export const knex: Runner = {
  name: 'knex',

  fits: (facts) => shapeOf(facts).shape === 'knex',

  form: (facts) =>
    scriptForm(facts, 'add-column.knex.js', countedLike(facts.existing, { prefix: '', joint: '_' })),

  next(facts) {
    const script = scriptLike(facts, /\bknex\b.*\bmigrate:(latest|up)\b/)
    if (script) return npmRun(facts, script)
    const file = ['knexfile.js', 'knexfile.cjs', 'knexfile.mjs', 'knexfile.ts']
      .map((name) => path.join(facts.start, name))
      .find((one) => facts.reader.isFile(one))
    const option = file && isElsewhere(facts) ? ` --knexfile ${shown(facts, file)}` : ''
    return `${npx(facts, 'knex')} migrate:latest${option}`
  },

  status: (facts) => `${npx(facts, 'knex')} migrate:status`,

  undriven: () => 'The migrations here are run by knex.',
}
