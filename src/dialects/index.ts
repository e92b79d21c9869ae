/** DOOR. Everything that differs between databases; each is one folder. */

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
export { columnIn, tableIn } from './wording'
export { otherDialects }

/** The list of dialects. Where two could read a text or an error, the first does. */
export const dialects: Dialect[] = [postgres, cockroachdb, sqlite, mssql, mysql]

const bySpelling = new Map(
  dialects.flatMap((one) => one.spellings.map((spelling) => [spelling, one] as const)),
)

/** By Sequelize's name for it: 'mariadb' and 'mysql' are one. */
export const dialectNamed = (spelling: string | undefined): Dialect | undefined =>
  spelling === undefined ? undefined : bySpelling.get(spelling)

/** One that is not known is taken for PostgreSQL, which keeps closest to the standard. */
export const dialectOr = (spelling: string | undefined): Dialect => dialectNamed(spelling) ?? postgres

/** @param sequelize its version @returns the name as the database keeps it when Sequelize writes it */
export function written(name: string, dialect: string | undefined, sequelize: string | undefined): string {
  const known = dialectNamed(dialect)
  if (!known) return name
  const sent = Number.parseInt(sequelize ?? '6', 10) < 7 ? name.replace(known.drops, '') : name
  return cut(sent, known.longest)
}

/** No letter is torn apart. */
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

/** What Sequelize's option `dialect` is for it. */
export const optionFor = (spelling: string): string => dialectNamed(spelling)?.over?.dialect ?? spelling

/** The dialect of this spelling, or the one over it that tells itself. */
function overlying(spelling: string | undefined, tells: (over: Dialect) => boolean): Dialect | undefined {
  return dialects.find((one) => one.over !== undefined && one.over.dialect === spelling && tells(one))
}

/** Which dialects the server may speak that Sequelize connects to so; those with words of their own come first. */
export const kin = (spelling: string): Dialect[] => [
  ...dialects.filter(({ over }) => over?.dialect === spelling),
  ...dialects.filter(({ spellings }) => spellings.includes(spelling)),
]

/** @param says what the server says of itself */
export const dialectOf = (spelling: string, says: string): Dialect | undefined =>
  overlying(spelling, ({ over }) => over?.server.test(says) === true) ?? dialectNamed(spelling)

/** The spelling that a project means: its packages may tell of a dialect over the one that its code names. */
export const meantBy = (named: string | undefined, packaged: string | undefined): string | undefined =>
  named === undefined || overlying(named, ({ spellings }) => spellings.includes(packaged ?? ''))
    ? packaged
    : named

/** Which dialect each npm package tells, by spelling; those of unknown dialects too. */
export const packagesOfDialects = (): Record<string, string> =>
  Object.assign(
    {},
    ...otherDialects.map(({ driver, spelling }) => ({ [driver]: spelling })),
    ...dialects.map(({ packages }) => packages),
  )

/** 'a, b or c' */
export const oneOf = (names: string[], joint: 'and' | 'or'): string =>
  `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}`

/** For messages: what may stand as `dialect` in a configuration. */
export const optionsNamed = (): string[] => [
  ...new Set(dialects.flatMap(({ over, packages }) => (over ? [] : Object.values(packages)))),
]
