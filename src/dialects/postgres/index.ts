/** Describes PostgreSQL and databases that speak its protocol. */

import type { Dialect } from '../../types'
import { quoted } from '../quotes'
import { byCondition } from '../uniques'
import { catalog } from './catalog'
import { faults } from './faults'
import { wordings } from './wordings'

export const postgres: Dialect = {
  name: 'postgres',
  spellings: ['postgres', 'postgresql'],
  packages: { pg: 'postgres', '@sequelize/postgres': 'postgres' },
  drivers: ['pg', 'pg-hstore', 'pg-native'],
  urls: { schemes: { postgres: 'postgres', postgresql: 'postgres' } },
  drops: /"/g,
  longest: 63,
  quote: quoted,
  place: ({ schema, name }) => ({ ...(schema && { schema }), name }),
  templates: { sql: 'postgres', dbMigrate: 'add-column.db-migrate.js' },
  client: (files) => files.map((file) => `psql -v ON_ERROR_STOP=1 -f ${file}`).join('\n'),
  scratch: { embedded: 'pglite' },
  notation: {
    unquoted: 'lower',
    indexes: 'never',
    dollar: true,
    nested: true,
    signs: [
      /::|\$\w*\$|\b(?:BIG|SMALL)?SERIAL\b|\b(?:TIMESTAMPTZ|JSONB|BYTEA|PLPGSQL|PG_CATALOG)\b|\bTIME\s+ZONE\b/i,
    ],
  },
  uniques: { partial: true, nullsDiffer: true, live: byCondition(quoted) },
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
