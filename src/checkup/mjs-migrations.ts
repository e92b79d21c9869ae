/** sequelize-cli takes only migrations of /^(?!.*\.d\.ts$).*\.(cjs|js|cts|ts)$/ (6.6.5, src/core/migrator.js). */

import type { Trap } from './trap'

export const mjsMigrations: Trap = {
  subject: 'migrations',
  look({ migrations }) {
    const unseen = migrations.filter((name) => /\.m[jt]s$/.test(name))
    if (!unseen.length) return []
    const [first, ...others] = unseen
    const more = others.length ? ` and ${others.length} more` : ''
    return [
      {
        state: 'failed',
        says: `sequelize-cli does not see ${first}${more}: rename to .cjs before it is run anywhere`,
      },
    ]
  },
}
