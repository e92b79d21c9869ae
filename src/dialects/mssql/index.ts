/** Describes SQL Server. */

import type { Dialect } from '../../types'
import { bracketed } from '../quotes'
import { byCondition } from '../uniques'
import { catalog } from './catalog'
import { faults } from './faults'
import { wordings } from './wordings'

export const mssql: Dialect = {
  name: 'mssql',
  spellings: ['mssql'],
  packages: { tedious: 'mssql', '@sequelize/mssql': 'mssql' },
  drivers: ['tedious'],
  urls: { schemes: { mssql: 'mssql', sqlserver: 'mssql' }, ignoresQuery: true },
  foldsCase: true,
  drops: /[[\]']/g,
  quote: bracketed,
  place: ({ schema, name }) => ({ ...(schema && { schema }), name }),
  templates: { sql: 'mssql', sequelize: 'mssql' },
  scratch: {},
  notation: {
    unquoted: 'kept',
    indexes: 'always',
    brackets: true,
    nested: true,
    batches: true,
    loose: true,
    signs: [/\[\w+\]\s*[.(]|\bN?VARCHAR\(MAX\)|\b(?:DATETIMEOFFSET|SP_RENAME)\b|^\s*GO\s*$/im],
  },
  uniques: { partial: true, nullsDiffer: false, live: byCondition(bracketed) },
  get wordings() {
    return wordings
  },
  get faults() {
    return faults
  },
  get catalog() {
    return catalog
  },
}
