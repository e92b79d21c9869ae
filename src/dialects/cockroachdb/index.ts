/** Describes CockroachDB. Sequelize connects to it as PostgreSQL, with or without the package sequelize-cockroachdb. */

import type { Dialect } from '../../types'
import { quoted } from '../quotes'
import { byCondition } from '../uniques'
import { catalog } from './catalog'
import { faults } from './faults'
import { wordings } from './wordings'

export const cockroachdb: Dialect = {
  name: 'cockroachdb',
  spellings: ['cockroachdb'],
  over: { dialect: 'postgres', server: /^CockroachDB\b/ },
  packages: { 'sequelize-cockroachdb': 'cockroachdb' },
  drivers: ['sequelize-cockroachdb'],
  urls: { schemes: { cockroachdb: 'postgres' } },
  drops: /"/g,
  quote: quoted,
  place: ({ schema, name }) => ({ ...(schema && { schema }), name }),
  templates: { sql: 'cockroachdb', sequelize: 'cockroachdb' },
  client: (files) => files.map((file) => `cockroach sql --set errexit=true -f ${file}`).join('\n'),
  scratch: {},
  notation: {
    unquoted: 'lower',
    indexes: 'always',
    beside: ['FAMILY', 'INVERTED', 'VECTOR'],
    harmless: ['CONFIGURE', 'EXPERIMENTAL_AUDIT', 'INJECT', 'SCATTER', 'SPLIT', 'UNSPLIT'],
    dollar: true,
    nested: true,
    signs: [],
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
