/** Queries CockroachDB as PostgreSQL, but not for sizes or locks: its pg_try_advisory_lock always returns true. */

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
  // `mayAlter` is not set: grants on the table, on its schema and on roles can each give the right.
  burden: ({ schema, name }) => ({
    sql: `SELECT pg_get_userbyid(c.relowner) AS owner FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = :schema AND c.relname = :name`,
    replacements: { schema, name },
    read: ([row = {}]) => ({ owner: String(row.owner) }),
  }),
}
