/** Lists the connection errors of MySQL, MariaDB and their drivers. */

import type { ConnectionFault } from '../../types'

export const faults: ConnectionFault[] = [
  {
    when: /ER_ACCESS_DENIED_ERROR|Access denied for user .*using password/i,
    what: 'The database refuses the user or the password.',
    todo: 'Check both where the connection is configured. A user that has to come by TLS is refused so as well: dialectOptions: { ssl: {} }.',
  },
  {
    when: /ER_BAD_DB_ERROR|Unknown database/i,
    what: 'There is no such database on the server.',
    todo: 'Check its name, or create it: sequelize-cli db:create.',
  },
  {
    when: /ER_SECURE_TRANSPORT_REQUIRED|require_secure_transport|insecure transport/i,
    what: 'The server takes only encrypted connections.',
    todo: 'Turn TLS on: dialectOptions: { ssl: {} } in the config.',
  },
  {
    when: /HANDSHAKE_NO_SSL_SUPPORT|does not support secure connection/i,
    what: 'The connection asks for TLS, and the server has none.',
    todo: 'Take ssl out of dialectOptions.',
  },
  {
    when: /ER_CON_COUNT_ERROR|Too many connections/i,
    what: 'The server has no connection left.',
    todo: 'Wait until others let go of theirs, and run the command again.',
  },
  {
    when: /PROTOCOL_CONNECTION_LOST|ER_SERVER_SHUTDOWN|server has gone away|Connection lost|connection is in closed state/i,
    what: 'The database ended the connection.',
    todo: 'See whether the server is up, then run the command again: it goes on where it was.',
  },
  {
    when: /READ[ -]ONLY transaction|ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION|--(?:super-)?read-only|ER_OPTION_PREVENTS_STATEMENT/i,
    what: 'This connection may only read.',
    todo: 'Connect to the primary, or as a user that may write there, and run the command again.',
  },
  {
    when: /ER_STATEMENT_TIMEOUT|ER_QUERY_TIMEOUT|max_statement_time exceeded|maximum statement execution time/i,
    what: 'The server ended a statement that took too long.',
    todo: 'Give this user more time (max_statement_time, max_execution_time), or wait for whoever holds the table, and run the command again.',
  },
  {
    when: /ER_\w*ACCESS_DENIED|command denied to user|Access denied/i,
    what: 'The user of this connection may not do that.',
    todo: 'Let an administrator grant the right, or connect as another user.',
  },
]
