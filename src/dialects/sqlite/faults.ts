/** Lists the connection errors of SQLite and its drivers. */

import type { ConnectionFault } from '../../types'

export const faults: ConnectionFault[] = [
  {
    when: /SQLITE_CANTOPEN/i,
    what: 'The database file cannot be opened.',
    todo: 'Check `storage` in the config: it is read from the working directory.',
  },
  {
    when: /SQLITE_NOTADB|file is not a database/i,
    what: 'The file is no SQLite database, or it is encrypted.',
    todo: 'Check `storage` in the config.',
  },
  {
    when: /SQLITE_READONLY|SQLITE_PERM/i,
    what: 'The database file cannot be written.',
    todo: 'Make it writable and run the command again.',
  },
  {
    when: /SQLITE_BUSY|database is locked/i,
    what: 'Another program is writing to the database file.',
    todo: 'Run the command again when it is done.',
  },
]
