/** Names of tables and columns as the database will store them. */

import type { Notation, TableName } from '../../types'
import { accept, type Cursor, peek } from './cursor'
import type { Script } from './script'
import { contentOf, is, type Token } from './tokens'

/** Stands in a text where a part of it could not be read: `ALTER TABLE __unread_0__ ADD …`. */
export const unreadMarker = /__unread_\d+__/i

/** Ends a name whose case hangs on a dialect that is not known; stands between schemas of which it may be any. */
const EITHER = '\0'

const lower = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** The name that this token writes; undefined if it is none. */
export function nameOf(token: Token | undefined, { unquoted }: Notation): string | undefined {
  if (!token || token.kind === 'sign') return undefined
  if (token.kind !== 'word') return contentOf(token)
  if (unquoted === 'kept' || unreadMarker.test(token.text)) return token.text
  const folded = lower(token.text)
  return unquoted === 'lower' || folded === token.text ? folded : token.text + EITHER
}

export function takeName(cursor: Cursor, script: Script): string | undefined {
  const name = nameOf(peek(cursor), script.notation)
  if (name) cursor.next++
  return name || undefined
}

/** Whether a part of the name is not known. */
export const unsure = (name: string | undefined): boolean =>
  name !== undefined && (name.includes(EITHER) || unreadMarker.test(name))

/** The tables that an unsure name may mean; none where it may be any. */
export function candidates({ schema, name }: TableName): TableName[] {
  if (unreadMarker.test(name)) return []
  return schemasOf(schema).flatMap((inSchema) =>
    spellings(name).map((spelling) => ({ ...inSchema, name: spelling })),
  )
}

/** As written, and as PostgreSQL would store it, where that is not known. */
export function spellings(name: string): string[] {
  if (!name.includes(EITHER)) return [name]
  const written = spoken(name)
  return [written, lower(written)]
}

function schemasOf(schema: string | undefined): { schema?: string }[] {
  if (schema === undefined || unreadMarker.test(schema)) return [{}]
  return [...new Set(schema.split(EITHER).flatMap((part) => [part, lower(part)]))]
    .filter(Boolean)
    .map((part) => ({ schema: part }))
}

/** For messages. */
export const spoken = (name: string): string => name.replace(/\0$/, '').replaceAll(EITHER, ', ')

/** Whether it is the case of the name that is not known. */
export const isSpelling = (name: string): boolean => name.endsWith(EITHER)

/** `name`, `schema.name` or `database.schema.name`, as written. */
function takeParts(cursor: Cursor, script: Script): string[] | undefined {
  const parts: string[] = []
  do {
    const part = takeName(cursor, script)
    if (part === undefined) return undefined
    parts.push(part)
  } while (accept(cursor, '.'))
  return parts
}

/** The table named next, in the schema that the statement means; moves past it. `made`: the statement makes it. */
export function takeTable(cursor: Cursor, script: Script, made = false): TableName | undefined {
  const [name, schema] = takeParts(cursor, script)?.reverse() ?? []
  if (name === undefined) return undefined
  if (schema === undefined) return onPath(name, script, made)
  return schema === script.home ? { name } : { schema, name }
}

/** SET search_path: a table is made in the first schema, and looked for in all of them. */
function onPath(name: string, { path, made }: Script, making: boolean): TableName {
  const [first] = path
  if (first === undefined) return { name }
  const inFirst = { schema: first, name }
  if (making) remember(made, inFirst)
  return path.length === 1 || made.has(keyOf(inFirst)) ? inFirst : { schema: path.join(EITHER), name }
}

/** `a, b, c` up to a word that ends the list; undefined if it is no list of tables. */
export function takeTables(cursor: Cursor, script: Script): TableName[] | undefined {
  const tables: TableName[] = []
  do {
    const table = takeTable(cursor, script)
    if (!table) return undefined
    tables.push(table)
  } while (accept(cursor, ','))
  return tables
}

const keyOf = ({ schema, name }: TableName) => `${schema ?? ''}.${name}`.toLowerCase()

export const isTemporary = (table: TableName, { temporary }: Script): boolean =>
  /^pg_temp/.test(table.schema ?? '') || table.name.startsWith('#') || temporary.has(keyOf(table))

/** Whether it was a temporary table, which is gone from now on. */
export const forgotten = (table: TableName, script: Script): boolean =>
  script.temporary.delete(keyOf(table)) || isTemporary(table, script)

export const remember = (set: Set<string>, table: TableName): void => void set.add(keyOf(table))

/** Table-changing verbs and what may stand between them and the name. */
const between = ['ONLY', 'IF', 'NOT', 'EXISTS', 'IGNORE', 'ONLINE']

/** Whatever tables the tokens seem to change; for what cannot be read in earnest. An unread name: any, so none. */
export function tablesMentioned({ text, tokens }: Cursor, script: Script): TableName[] {
  const found = new Map<string, TableName>()
  for (const [index, token] of tokens.entries()) {
    if (!is(token, 'TABLE')) continue
    const cursor = { text, tokens, next: index + 1 }
    while (is(peek(cursor), ...between)) cursor.next++
    const tables = takeTables(cursor, script) ?? []
    if (tables.some(({ name }) => unreadMarker.test(name))) return []
    for (const table of tables) found.set(keyOf(table), table)
  }
  return [...found.values()].filter((table) => !isTemporary(table, script))
}
