/** Describes MySQL and MariaDB. */

import type { Dialect } from '../../types'
import { ticked } from '../quotes'
import { catalog } from './catalog'
import { faults } from './faults'
import { byColumn } from './uniques'
import { wordings } from './wordings'

export const mysql: Dialect = {
  name: 'mysql',
  spellings: ['mysql', 'mariadb'],
  packages: {
    mysql: 'mysql',
    mysql2: 'mysql',
    '@sequelize/mysql': 'mysql',
    mariadb: 'mariadb',
    '@sequelize/mariadb': 'mariadb',
  },
  drivers: ['mysql2', 'mariadb'],
  urls: { schemes: { mysql: 'mysql', mysql2: 'mysql', mariadb: 'mariadb' } },
  foldsCase: true,
  tableCase: 'lower_case_table_names',
  drops: /`/g,
  quote: ticked,
  // With mysql, Sequelize 4 to 6 write schema and name as one identifier (query-generator.js, addSchema).
  place: ({ schema, name }, { dialect, major }) =>
    !schema ? { name } : dialect === 'mysql' && major < 7 ? { name: `${schema}.${name}` } : { schema, name },
  templates: { sql: 'mysql', dbMigrateSqls: 'run-sql.mysql.db-migrate.js' },
  client: ([file], word) => `mysql -e ${word(`source ${file}`)}`,
  scratch: { dialectOptions: { multipleStatements: true } },
  notation: {
    unquoted: 'kept',
    indexes: 'always',
    backslash: true,
    mysql: true,
    signs: [
      /`|\bENGINE\s*=|\bAUTO_INCREMENT\b|^\s*(?:#|DELIMITER\b)|\bUNSIGNED\b/im,
      /\b(?:DATETIME|(?:TINY|MEDIUM|LONG)(?:INT|TEXT|BLOB))\b|\bINT\(\d|\b(?:CHANGE|MODIFY)\s+\w/i,
      /\b(?:AFTER\s+\w+|FIRST)\s*(?:$|[,;])|\bCHARACTER\s+SET\b|\bDROP\s+FOREIGN\s+KEY\b/im,
    ],
  },
  uniques: { partial: false, nullsDiffer: true, live: byColumn },
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
