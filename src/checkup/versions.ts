/** Lists installed versions, for support requests. */

import type { Trap } from './trap'

export const versions: Trap = {
  subject: 'versions',
  look({ node, versions: installed, live }) {
    const named = Object.entries(installed).map(([name, version]) => `${name} ${version}`)
    const missing = ['sequelize', '@sequelize/core'].every((name) => !installed[name])
    return [
      { state: 'note', says: [`Node ${node}`, ...named, ...(live ? [live.server] : [])].join(', ') },
      ...(missing
        ? [{ state: 'failed' as const, says: 'sequelize is not installed here: npm install' }]
        : []),
      ...(missing || installed['sequelize-cli'] || installed['@sequelize/cli']
        ? []
        : [{ state: 'note' as const, says: 'sequelize-cli is not installed; deploy and rollback need it' }]),
    ]
  },
}
