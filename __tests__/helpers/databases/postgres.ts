/** PostgreSQL, through `pg`. */

import { serverAt } from './server'
import type { DatabaseKind } from './types'

const url = process.env.POSTGRES_URL ?? 'postgres://root@127.0.0.1:5432/postgres'

export const postgres: DatabaseKind = {
  probe: `const { Client } = require('pg')
    const client = new Client({ connectionString: ${JSON.stringify(url)}, connectionTimeoutMillis: 3000 })
    client.connect().then(() => process.exit(0), ({ message, code }) => {
      process.stderr.write(message || code)
      process.exit(1)
    })`,
  start: () => serverAt(url, '"'),
}
