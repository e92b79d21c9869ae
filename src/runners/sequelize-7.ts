/** The form of @sequelize/cli of Sequelize 7, which generates migrations and runs none. */

import type { Runner } from '../types'
import { templateFor } from './forms'
import { countedLike } from './naming'
import { shapeOf } from './shape'

export const sequelize7: Runner = {
  name: '@sequelize/cli',

  /** Its SQL is a folder a migration, among which a file would not be found. */
  fits: (facts) =>
    Number.parseInt(facts.sequelize ?? '6', 10) >= 7 && ['none', 'positional'].includes(shapeOf(facts).shape),

  form(facts) {
    const isTypeScript = facts.existing.length > 0 && facts.existing.every(({ name }) => /\.c?ts$/.test(name))
    const part = (what: 'add-column' | 'add-index') => {
      const name = templateFor(what, facts, isTypeScript)
      return { suffix: name.endsWith('.ts') ? '.ts' : '.cjs', template: { name } }
    }
    return { naming: countedLike(facts.existing), parts: [part('add-column')], index: part('add-index') }
  },

  next: () => undefined,

  status: () => undefined,

  undriven: () => '@sequelize/cli 7 generates migrations and runs none, so code of your own runs them.',
}
