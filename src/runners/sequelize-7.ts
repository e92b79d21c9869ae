/** The runner @sequelize/cli of Sequelize 7. It runs all pending migrations. */

import type { Runner } from '../types'
import { templateFor } from './forms'
import { npx } from './words'

export const sequelize7: Runner = {
  name: '@sequelize/cli',

  fits: ({ sequelize }) => Number.parseInt(sequelize ?? '6', 10) >= 7,

  form(facts) {
    const isTypeScript = facts.existing.length > 0 && facts.existing.every(({ name }) => /\.c?ts$/.test(name))
    const part = (what: 'add-column' | 'add-index') => {
      const name = templateFor(what, facts, isTypeScript)
      return { suffix: name.endsWith('.ts') ? '.ts' : '.cjs', template: { name } }
    }
    return { naming: { prefix: '', joint: '-' }, parts: [part('add-column')], index: part('add-index') }
  },

  next: (facts) => `${npx(facts, '@sequelize/cli', 'sequelize')} migration:run`,

  status: (facts) => `${npx(facts, '@sequelize/cli', 'sequelize')} migration:status`,

  undriven: () =>
    'With Sequelize 7 migrations are run by @sequelize/cli, which cannot be told to run one alone.',
}
