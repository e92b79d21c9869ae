/** Finds the tables and columns in a SQL statement. It is no parser, because logs cut statements off. */

import type { TableName } from '../types'

export interface Statement {
  tables: { table: TableName; alias?: string }[]
  text: string
}

const BEGIN = /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|DELETE|MERGE INTO|WITH)\s[\s\S]*/

const NAME = '"(?:[^"]|"")+"|`[^`]+`|\\[[^\\]]+\\]|[A-Za-z_$][\\w$]*'

const BOUND = new RegExp(
  `\\b(?:FROM|JOIN|INTO|UPDATE)[\\s(]+(?:ONLY\\s+)?(${NAME})(?:\\.(${NAME}))?(?:\\.(${NAME}))?(?:\\s+(?:AS\\s+)?(${NAME}))?`,
  'gi',
)

const WORDS = new Set(
  'SELECT SET WHERE ON LEFT RIGHT INNER OUTER CROSS FULL JOIN ORDER GROUP LIMIT VALUES USING RETURNING OUTPUT DEFAULT UNION FOR HAVING WITH'.split(
    ' ',
  ),
)

/** Returns undefined if the line contains no statement. */
export function statementIn(line: string): Statement | undefined {
  const [found] = BEGIN.exec(line) ?? []
  if (!found) return undefined
  const text = found.replace(/'(?:[^'\\]|''|\\.)*'/g, "''")
  const tables = [...text.matchAll(BOUND)].flatMap(([, ...names]) => bound(names) ?? [])
  return tables.length ? { tables, text } : undefined
}

function bound([first, second, third, alias]: (string | undefined)[]) {
  const names = [first, second, third].flatMap((name) => (name === undefined ? [] : name))
  const last = names.pop()
  if (last === undefined || isWord(first)) return undefined
  const name = unquoted(last)
  const schema = names.pop()
  return {
    table: { name, ...(schema && { schema: unquoted(schema) }) },
    ...(alias && !isWord(alias) && { alias: unquoted(alias) }),
  }
}

const isWord = (name: string | undefined): boolean => WORDS.has(name?.toUpperCase() ?? '')

const unquoted = (name: string): string =>
  name.replace(/^(["`[])([\s\S]*)["`\]]$/, '$2').replaceAll('""', '"')

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Ignores case: PostgreSQL folds unquoted names to lower case. */
export const mentions = ({ text }: Statement, column: string): boolean =>
  new RegExp(`(?<![\\w$])${literal(column)}(?![\\w$])`, 'i').test(text)

/** The tables that the column is read from; without an alias, all tables of the statement. */
export function tablesOf({ tables }: Statement, alias: string | undefined): TableName[] {
  if (alias === undefined) return tables.map(({ table }) => table)
  return tables.filter((one) => (one.alias ?? one.table.name) === alias).map(({ table }) => table)
}

/** R21: whether the statement reads the column and compares nothing with it. */
export const isUnfiltered = ({ text }: Statement, column: string): boolean =>
  /^SELECT/i.test(text) &&
  !new RegExp(`(?<![\\w$])${literal(column)}["\`\\]]?\\s*(?:IS|=|<|>|!)`, 'i').test(text)
