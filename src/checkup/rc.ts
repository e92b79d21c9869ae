/** Checks how Node loads .sequelizerc, which has no extension. */

import type { Trap } from './trap'

const isModule = (text: string): boolean => /^\s*export\b/m.test(text)

const WAY_OUT =
  'let it export by name (export const config = ...), or keep it as a .cjs file and pass --options-path'

/** sequelize/cli#1570 */
export const rcOnNode26: Trap = {
  subject: '.sequelizerc',
  look({ rc, moduleType, node }) {
    if (rc === undefined || isModule(rc) || moduleType !== 'module') return []
    const breaks = Number.parseInt(node, 10) >= 26
    const says = `it is CommonJS in a package of "type": "module", which ${breaks ? 'does not load' : 'will not load'} on Node 26: ${WAY_OUT}`
    return [{ state: breaks ? 'failed' : 'note', says }]
  },
}

export const rcDefaultExport: Trap = {
  subject: '.sequelizerc',
  look: ({ rc }) =>
    rc !== undefined && /^\s*export\s+default\b/m.test(rc)
      ? [
          {
            state: 'failed',
            says: `sequelize-cli refuses its default export (Unknown arguments: __esModule, default): ${WAY_OUT}`,
          },
        ]
      : [],
}
