/** Explains what a connection error means and what to do about it. */

import type { ConnectionFault, Dialect } from '../types'

/** Errors of the network, the same for every database. */
const network: ConnectionFault[] = [
  {
    when: /ECONNREFUSED/,
    what: 'No database answers there.',
    todo: 'Check host and port, and see whether the server is up, then run the command again.',
  },
  {
    when: /ENOTFOUND|EAI_AGAIN/,
    what: 'There is no such host.',
    todo: 'Check the host where the connection is configured.',
  },
  {
    when: /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|timeout expired|SequelizeConnectionAcquireTimeoutError/i,
    what: 'The database does not answer in time.',
    todo: 'Check host, port, firewall and VPN.',
  },
  {
    when: /SELF_SIGNED_CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_HAS_EXPIRED|ERR_TLS_CERT|self.signed certificate|unable to verify/i,
    what: "The server's certificate cannot be verified.",
    todo: 'Give its authority in dialectOptions.ssl.ca, or say rejectUnauthorized: false there if you trust the way to it.',
  },
  {
    when: /ECONNRESET|EPIPE|socket hang up/,
    what: 'The database ended the connection.',
    todo: 'See whether the server is up, then run the command again: it goes on where it was.',
  },
]

/** Tries the dialects' own messages first. Returns undefined if the text is no known connection error. */
export function connectionFault(
  says: string,
  speaking: Pick<Dialect, 'faults'>[],
): Omit<ConnectionFault, 'when'> | undefined {
  return [...speaking.flatMap(({ faults }) => faults), ...network].find(({ when }) => when.test(says))
}
