/** SQL Server, which never names the table of a column. */

import { columnIn, type Shape, tableIn } from './shape'

export const mssql: Shape[] = [
  {
    pattern: /Invalid column name '([^']{1,200})'/,
    read: ([name]) => columnIn(name!),
  },
  {
    pattern: /Invalid object name '([^']{1,200})'/,
    read: ([table]) => tableIn(table!),
  },
]
