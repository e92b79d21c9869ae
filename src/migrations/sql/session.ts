/** Reads SET and USE, which set variables and the schema of names without one. */

import type { Change } from '../../types'
import { accept, acceptAny, type Cursor, rest } from './cursor'
import { takeName } from './names'
import type { Script } from './script'
import { contentOf, is, separated } from './tokens'

/** Reads `SET search_path TO a`, `SET @v = …`, `SELECT set_config('search_path', 'a', false)`, `SELECT … INTO @v`. */
export function setOrAssign(cursor: Cursor, script: Script): Change[] {
  if (cursor.text.includes('@')) script.code.push({ ...cursor, next: 0 })
  const [name, value] = configured(cursor)
  if (name === 'search_path') setPath((value ?? '').split(',').map(unquoted), script)
  const set = { ...cursor }
  acceptAny(set, 'SESSION', 'LOCAL')
  if (!is(cursor.tokens[0], 'SET') || !accept(set, 'SEARCH_PATH')) return []
  acceptAny(set, 'TO', '=')
  setPath(
    separated(rest(set)).map((tokens) =>
      is(tokens[0], 'DEFAULT') ? '' : (takeName({ ...set, tokens, next: 0 }, script) ?? ''),
    ),
    script,
  )
  return []
}

function configured({ tokens }: Cursor): string[] {
  const at = tokens.findIndex((token) => is(token, 'SET_CONFIG'))
  return at < 0
    ? []
    : tokens
        .slice(at)
        .filter(({ kind }) => kind === 'string')
        .map(contentOf)
}

const unquoted = (name: string) => name.trim().replace(/^"(.*)"$/, '$1')

const usual = ['', 'public', '$user', 'pg_catalog', 'pg_temp']

/** Sets the search path; if its first schema is the usual one, names need no schema. */
function setPath(schemas: string[], script: Script): void {
  const path = schemas.filter((schema) => schema === 'public' || !usual.includes(schema))
  script.path = path[0] === 'public' ? [] : path
}

/** Reads MySQL's `USE name` in a text that uses several databases. */
export function useDatabase(cursor: Cursor, script: Script): Change[] {
  const name = takeName(cursor, script)
  if (script.notation.mysql && script.home === undefined && name !== undefined) script.path = [name]
  return []
}
