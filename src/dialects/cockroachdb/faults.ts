/** Lists the connection errors that CockroachDB words itself; for the others it uses PostgreSQL's messages. */

import type { ConnectionFault } from '../../types'
import { faults as postgres } from '../postgres/faults'

export const faults: ConnectionFault[] = [
  {
    when: /SSL connection required/i,
    what: 'The server takes only encrypted connections.',
    todo: 'Turn TLS on by dialectOptions: { ssl: { require: true } } in the config; sequelize-cli ignores an sslmode behind the URL.',
  },
  {
    when: /not accepting clients/i,
    what: 'This node of the cluster is shutting down.',
    todo: 'Connect to another node, or to the load balancer, and run the command again.',
  },
  {
    when: /\b40001\b|restart transaction/i,
    what: 'Another transaction was in the way, and this one has to begin again.',
    todo: 'Run the command again: it goes on where it was.',
  },
  {
    when: /does not have \w+ privilege/i,
    what: 'The user of this connection may not do that.',
    todo: 'Let an administrator grant the right, or connect as another user.',
  },
  ...postgres,
]
