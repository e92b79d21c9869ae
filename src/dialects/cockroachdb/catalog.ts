/** CockroachDB has PostgreSQL's catalogs, without sizes and without locks: pg_try_advisory_lock always says yes there. */

import type { Catalog } from '../../types'
import { catalog as postgres } from '../postgres/catalog'

export const catalog: Catalog = {
  whereabouts: {
    ...postgres.whereabouts,
    read(rows) {
      const where = postgres.whereabouts.read(rows)
      const [, version = ''] = /\bv(\d[\w.-]*)/.exec(where.says ?? '') ?? []
      return { ...where, server: `CockroachDB ${version}`.trim() }
    },
  },
  relations: postgres.relations,
  // Who may alter a table is told by grants of the table, of its schema and of roles alike: it is left open.
  burden: ({ schema, name }) => ({
    sql: `SELECT pg_get_userbyid(c.relowner) AS owner FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = :schema AND c.relname = :name`,
    replacements: { schema, name },
    read: ([row = {}]) => ({ owner: String(row.owner) }),
  }),
}
