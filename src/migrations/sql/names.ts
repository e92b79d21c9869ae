/** Reads names of tables and columns as the database stores them. */

import type { Notation, TableName } from '../../types'
import { accept, type Cursor, peek } from './cursor'
import type { Script } from './script'
import { contentOf, is, type Token } from './tokens'

/** Marks an unread part of a text: `ALTER TABLE __unread_0__ ADD …`. */
export const unreadMarker = /__unread_\d+__/i

/** Ends a name whose case depends on the unknown dialect, or separates the possible schemas of a table. */
const EITHER = '\0'

const lower = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** Returns the name that this token writes, or undefined if it is none. */
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

/** Whether a part of the name is unknown. */
export const unsure = (name: string | undefined): boolean =>
  name !== undefined && (name.includes(EITHER) || unreadMarker.test(name))

/** Returns the tables that an unsure name may mean; [] if it may be any table. */
export function candidates({ schema, name }: TableName): TableName[] {
  if (unreadMarker.test(name)) return []
  return schemasOf(schema).flatMap((inSchema) =>
    spellings(name).map((spelling) => ({ ...inSchema, name: spelling })),
  )
}

/** Returns the possible spellings: if the dialect is unknown, the name as written and as PostgreSQL stores it. */
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

/** Formats a name for messages. */
export const spoken = (name: string): string => name.replace(/\0$/, '').replaceAll(EITHER, ', ')

/** Whether only the case of the name is unknown. */
export const isSpelling = (name: string): boolean => name.endsWith(EITHER)

/** Reads `name`, `schema.name` or `database.schema.name`, as written. */
function takeParts(cursor: Cursor, script: Script): string[] | undefined {
  const parts: string[] = []
  do {
    const part = takeName(cursor, script)
    if (part === undefined) return undefined
    parts.push(part)
  } while (accept(cursor, '.'))
  return parts
}

/** Returns the next table, with its schema, and moves past it. `made` means that the statement makes the table. */
export function takeTable(cursor: Cursor, script: Script, made = false): TableName | undefined {
  const [name, schema] = takeParts(cursor, script)?.reverse() ?? []
  if (name === undefined) return undefined
  if (schema === undefined) return onPath(name, script, made)
  return schema === script.home ? { name } : { schema, name }
}

/** Applies search_path: a statement makes a table in the first schema, and looks for one in all schemas. */
function onPath(name: string, { path, made }: Script, making: boolean): TableName {
  const [first] = path
  if (first === undefined) return { name }
  const inFirst = { schema: first, name }
  if (making) remember(made, inFirst)
  return path.length === 1 || made.has(keyOf(inFirst)) ? inFirst : { schema: path.join(EITHER), name }
}

/** Reads `a, b, c` up to a word that ends the list. Returns undefined if it is no list of tables. */
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

/** Removes a dropped table from the temporary ones, and returns whether it was temporary. */
export const forgotten = (table: TableName, script: Script): boolean =>
  script.temporary.delete(keyOf(table)) || isTemporary(table, script)

export const remember = (set: Set<string>, table: TableName): void => void set.add(keyOf(table))

/** Words that may be between TABLE and the name. */
const between = ['ONLY', 'IF', 'NOT', 'EXISTS', 'IGNORE', 'ONLINE']

/** Returns the tables that a statement which cannot be read seems to change; [] (any) if a name is unread. */
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
