/** Whether two instances lead to one database, as far as their options tell. */

import path from 'node:path'

export interface Place {
  host?: string
  port?: number
  /** A name, or the file of SQLite. */
  database?: string
}

/** What is left out on either side may be the same. */
export function isSamePlace(one: Place, other: Place): boolean {
  return (
    alike(one.host, other.host, hostOf) &&
    alike(one.port, other.port, String) &&
    alike(one.database, other.database, databaseOf)
  )
}

const alike = <T>(one: T | undefined, other: T | undefined, meant: (value: T) => string): boolean =>
  one === undefined || other === undefined || meant(one) === meant(other)

const hostOf = (host: string): string => (/^(localhost|127\.\d+\.\d+\.\d+|::1)$/i.test(host) ? 'here' : host)

const databaseOf = (name: string): string => (/[\\/]/.test(name) ? path.resolve(name) : name)

export const placeText = ({ host, port, database }: Place): string =>
  `${database ?? 'the database'}${host ? ` on ${host}${port ? `:${port}` : ''}` : ''}`
