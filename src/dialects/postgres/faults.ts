/** Lists the connection errors of PostgreSQL and its drivers. */

import type { ConnectionFault } from '../../types'

export const faults: ConnectionFault[] = [
  {
    when: /\b28P01\b|password authentication failed|SASL.*password/i,
    what: 'The database refuses the user or the password.',
    todo: 'Check both where the connection is configured.',
  },
  {
    when: /SSL off|no encryption|SSL\/TLS required|connection is insecure|requires? (?:an )?(?:encrypted|SSL)/i,
    what: 'The server takes only encrypted connections.',
    todo: 'Turn TLS on by dialectOptions: { ssl: { require: true } } in the config; sequelize-cli ignores an sslmode behind the URL.',
  },
  {
    when: /does not support SSL/i,
    what: 'The connection asks for TLS, and the server has none.',
    todo: 'Take ssl out of dialectOptions in the config, and ssl or sslmode out of the URL.',
  },
  {
    when: /\b28000\b|no pg_hba\.conf entry/i,
    what: 'The server does not let this user in from here.',
    todo: 'Check the user, the database and the rules of the server (pg_hba.conf).',
  },
  {
    when: /\b3D000\b|database "[^"]*" does not exist/i,
    what: 'There is no such database on the server.',
    todo: 'Check its name, or create it: sequelize-cli db:create.',
  },
  {
    when: /\b53300\b|too many clients/i,
    what: 'The server has no connection left.',
    todo: 'Wait until others let go of theirs, and run the command again.',
  },
  {
    when: /\b(57P01|57P02|57P03)\b|terminat(ed|ing) (unexpectedly|connection)|server closed the connection/i,
    what: 'The database ended the connection.',
    todo: 'See whether the server is up, then run the command again: it goes on where it was.',
  },
  {
    when: /\b25006\b|read-only transaction/i,
    what: 'This connection may only read.',
    todo: 'Connect to the primary, or as a user for whom default_transaction_read_only is off, and run the command again.',
  },
  {
    when: /\b57014\b|due to statement timeout/i,
    what: 'The server ended a statement that took too long for its statement_timeout.',
    todo: 'Give this user more time, or wait for whoever holds the table, and run the command again.',
  },
  {
    when: /\b42501\b|permission denied|must be owner/i,
    what: 'The user of this connection may not do that.',
    todo: 'Connect as the owner of the table, or let its owner grant the right.',
  },
]
