/** DOOR. Holds everything that differs between databases, one folder for each. */

import type { Dialect, TableName } from '../types'
import { cockroachdb } from './cockroachdb'
import { mssql } from './mssql'
import { mysql } from './mysql'
import { otherDialects } from './others'
import { postgres } from './postgres'
import { sqlite } from './sqlite'

export { connectionFault } from './faults'
export { LIVE } from './mysql/uniques'
export { deletedRows, quotedTable } from './rows'
export { located, seen } from './seen'

export { otherDialects }

/** All dialects. If two of them can read a text or an error, the first one does. */
export const dialects: Dialect[] = [postgres, cockroachdb, sqlite, mssql, mysql]

const bySpelling = new Map(
  dialects.flatMap((one) => one.spellings.map((spelling) => [spelling, one] as const)),
)

/** Finds a dialect by Sequelize's name for it; 'mariadb' and 'mysql' are the same dialect. */
export const dialectNamed = (spelling: string | undefined): Dialect | undefined =>
  spelling === undefined ? undefined : bySpelling.get(spelling)

/** Treats an unknown dialect as PostgreSQL, which is closest to the standard. */
export const dialectOr = (spelling: string | undefined): Dialect => dialectNamed(spelling) ?? postgres

/** @param sequelize Sequelize's version @returns the name that the database stores when Sequelize writes `name` */
export function written(name: string, dialect: string | undefined, sequelize: string | undefined): string {
  const known = dialectNamed(dialect)
  if (!known) return name
  const sent = Number.parseInt(sequelize ?? '6', 10) < 7 ? name.replace(known.drops, '') : name
  return cut(sent, known.longest)
}

/** Cuts a name to this many bytes without splitting a character. */
function cut(name: string, bytes = Number.POSITIVE_INFINITY): string {
  let length = 0
  for (const [index, letter] of [...name].entries()) {
    length += Buffer.byteLength(letter)
    if (length > bytes) return [...name].slice(0, index).join('')
  }
  return name
}

export const writtenTable = (
  { schema, ...table }: TableName,
  dialect: string | undefined,
  sequelize: string | undefined,
): TableName => ({
  ...table,
  ...(schema !== undefined && { schema: written(schema, dialect, sequelize) }),
  name: written(table.name, dialect, sequelize),
})

/** Returns the value of Sequelize's option `dialect` that connects to this dialect. */
export const optionFor = (spelling: string): string => dialectNamed(spelling)?.over?.dialect ?? spelling

/** Finds a dialect that Sequelize reaches by another dialect's name (`over`) and for which the test is true. */
function overlying(spelling: string | undefined, tells: (over: Dialect) => boolean): Dialect | undefined {
  return dialects.find((one) => one.over !== undefined && one.over.dialect === spelling && tells(one))
}

/** Lists the dialects that a server may speak if Sequelize connects under this name; those with `over` come first. */
export const kin = (spelling: string): Dialect[] => [
  ...dialects.filter(({ over }) => over?.dialect === spelling),
  ...dialects.filter(({ spellings }) => spellings.includes(spelling)),
]

/** @param says the server's own version text */
export const dialectOf = (spelling: string, says: string): Dialect | undefined =>
  overlying(spelling, ({ over }) => over?.server.test(says) === true) ?? dialectNamed(spelling)

/** Chooses the project's dialect: its packages may name a dialect over the one that its code names. */
export const meantBy = (named: string | undefined, packaged: string | undefined): string | undefined =>
  named === undefined || overlying(named, ({ spellings }) => spellings.includes(packaged ?? ''))
    ? packaged
    : named

/** Maps each npm package to the spelling of its dialect, including dialects that this tool does not know. */
export const packagesOfDialects = (): Record<string, string> =>
  Object.assign(
    {},
    ...otherDialects.map(({ driver, spelling }) => ({ [driver]: spelling })),
    ...dialects.map(({ packages }) => packages),
  )

/** Joins names: 'a, b or c'. */
export const oneOf = (names: string[], joint: 'and' | 'or'): string =>
  `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}`

/** Lists the values that `dialect` may have in a configuration, for messages. */
export const optionsNamed = (): string[] => [
  ...new Set(dialects.flatMap(({ over, packages }) => (over ? [] : Object.values(packages)))),
]
