/** Sequelize 5 and 6 put "public" before a table in addColumn despite the search path (abstract/query-generator.js). */

import type { Trap } from './trap'

export const searchPath: Trap = {
  subject: 'search_path',
  look({ live }) {
    if (live?.dialect !== 'postgres' || live.major >= 7) return []
    const [first = 'nothing'] = live.path
    if (first === 'public') return []
    const says = `queries look in ${live.path.join(', ') || 'no schema'} first, and addColumn without a schema changes tables of public: name the schema in models and migrations`
    return [{ state: live.path.includes('public') ? 'note' : 'failed', says: says.replace('nothing', first) }]
  },
}
