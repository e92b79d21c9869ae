/** DOOR. How each database names, locks and describes. */

import type { Dialect } from '../types'
import { mssql } from './mssql'
import { mysql } from './mysql'
import { postgres } from './postgres'
import { sqlite } from './sqlite'

export { connectionFault } from './faults'
export { deletedRows, quotedTable } from './rows'
export { located, seen } from './seen'

/** The list of dialects. */
export const dialects: Dialect[] = [postgres, mysql, sqlite, mssql]

/** By Sequelize's name for it: 'mariadb' and 'mysql' are one. */
export const dialectNamed = (spelling: string): Dialect | undefined =>
  dialects.find(({ spellings }) => spellings.includes(spelling))
