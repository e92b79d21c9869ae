/** MariaDB or MySQL, through mysql2: the mariadb driver of today breaks Sequelize 6's raw queries. */

import { serverAt } from './server'
import type { DatabaseKind } from './types'

const url = process.env.MARIADB_URL ?? 'mysql://root@127.0.0.1:3306/mysql'

export const mariadb: DatabaseKind = {
  probe: `const { createConnection } = require('mysql2/promise')
    createConnection({ uri: ${JSON.stringify(url)}, connectTimeout: 3000 }).then(() => process.exit(0), (error) => {
      process.stderr.write(error.message || error.code)
      process.exit(1)
    })`,
  start: () => serverAt(url, '`'),
}
