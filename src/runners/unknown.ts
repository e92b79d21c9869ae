/** The runner of last resort: it writes no migration, and shows the SQL. */

import path from 'node:path'
import type { Runner } from '../types'
import { sqlTemplate } from './sql-form'

export const unknown: Runner = {
  name: 'unknown',

  fits: () => true,

  form(facts) {
    const folder = path
      .relative(facts.cwd, facts.folders[0] ?? facts.cwd)
      .split(path.sep)
      .join('/')
    const name = sqlTemplate(facts)
    return {
      cannot: `How the migrations in ${folder} are run is not known, so none is written there. Write it in their form, or pass --template.`,
      ...(name && { sql: { name } }),
    }
  },

  next: () => undefined,

  status: () => undefined,

  undriven: ({ cwd, folders }) =>
    `How the migrations in ${path.relative(cwd, folders[0] ?? cwd)} are run is not known.`,
}
