/** Tells whether two instances connect to the same database, judging by their options. */

import path from 'node:path'

export interface Place {
  host?: string
  port?: number
  /** The name of the database, or the file of SQLite. */
  database?: string
}

/** An option that is missing on either side counts as equal. */
export function isSamePlace(one: Place, other: Place): boolean {
  return (
    alike(one.host, other.host, hostOf) &&
    alike(one.port, other.port, String) &&
    alike(one.database, other.database, databaseOf)
  )
}

const alike = <T>(one: T | undefined, other: T | undefined, text: (value: T) => string): boolean =>
  one === undefined || other === undefined || text(one) === text(other)

const hostOf = (host: string): string => (/^(localhost|127\.\d+\.\d+\.\d+|::1)$/i.test(host) ? 'here' : host)

const databaseOf = (name: string): string => (/[\\/]/.test(name) ? path.resolve(name) : name)

export const placeText = ({ host, port, database }: Place): string =>
  `${database ?? 'the database'}${host ? ` on ${host}${port ? `:${port}` : ''}` : ''}`
