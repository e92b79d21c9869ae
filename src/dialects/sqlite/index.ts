/** Describes SQLite, which has no schemas: Sequelize makes the schema part of the table's name. */

import type { Dialect, TableName } from '../../types'
import { quoted, ticked } from '../quotes'
import { byCondition } from '../uniques'
import { catalog } from './catalog'
import { faults } from './faults'
import { wordings } from './wordings'

const whole = ({ schema, name }: TableName): string => (schema ? `${schema}.${name}` : name)

export const sqlite: Dialect = {
  name: 'sqlite',
  spellings: ['sqlite', 'sqlite3'],
  packages: { sqlite3: 'sqlite', '@sequelize/sqlite3': 'sqlite' },
  drivers: ['sqlite3'],
  urls: { schemes: { sqlite: 'sqlite' }, isFile: true },
  foldsCase: true,
  copiesUntyped: true,
  drops: /`/g,
  quote: ticked,
  place: (table) => ({ name: whole(table) }),
  templates: { sql: 'sqlite' },
  scratch: { embedded: 'memory' },
  notation: {
    unquoted: 'kept',
    indexes: 'never',
    brackets: true,
    freeTypes: true,
    signs: [/\bAUTOINCREMENT\b|^\s*PRAGMA\b/im],
  },
  uniques: { partial: true, nullsDiffer: true, live: byCondition(quoted, (table) => [whole(table)]) },
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
