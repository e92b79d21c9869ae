/** Lists the connection errors of SQL Server and its drivers. */

import type { ConnectionFault } from '../../types'

export const faults: ConnectionFault[] = [
  {
    when: /\bELOGIN\b|Login failed/i,
    what: 'The database refuses the user or the password.',
    todo: 'Check both where the connection is configured.',
  },
  {
    when: /Cannot open database/i,
    what: 'There is no such database on the server, or this user may not open it.',
    todo: 'Check its name, or create it: sequelize-cli db:create.',
  },
]
