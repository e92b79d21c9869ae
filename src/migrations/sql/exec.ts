/** Reads SQL Server's `EXEC …`: procedures, sp_rename, and code in strings. */

import type { Change } from '../../types'
import { type Cursor, peek, rest } from './cursor'
import { runCode } from './dynamic'
import { called } from './routines'
import { type Script, unread } from './script'
import { contentOf, is } from './tokens'

export function exec(cursor: Cursor, script: Script): Change[] {
  const name = procedureNamed(cursor)
  if (name === 'sp_rename') return renamedByProcedure(cursor, script)
  const runsCode = name === 'sp_executesql' || is(peek(cursor), '(') || peek(cursor)?.text.startsWith('@')
  return runsCode ? runCode(cursor, script) : called(cursor, script)
}

/** Returns the last part of `sys.sp_rename` or `[dbo].[name]`, in lower case. */
function procedureNamed(cursor: Cursor): string | undefined {
  const parts = rest(cursor)
  const last = parts.findIndex((token, index) => token.kind !== 'sign' && !is(parts[index + 1], '.'))
  const token = parts[last]
  return token?.kind === 'word' ? token.text.toLowerCase() : token && contentOf(token).toLowerCase()
}

/** Reads `EXEC sp_rename 'dbo.users.removed', 'deletedAt', 'COLUMN'`. */
function renamedByProcedure(cursor: Cursor, script: Script): Change[] {
  const strings = rest(cursor).filter((token) => token.kind === 'string')
  const [from, to, kind = 'OBJECT'] = strings.map(contentOf)
  const parts = from === undefined ? [] : partsOf(from)
  if (to === undefined || strings.length > 3)
    return [unread(cursor.text, script, 'its arguments could not be read')]
  if (kind.toUpperCase() === 'COLUMN' && parts.length > 1) {
    const [column = '', name = '', schema] = parts.reverse()
    return [{ do: 'renameColumn', table: { ...(schema && { schema }), name }, column, to }]
  }
  if (kind.toUpperCase() !== 'OBJECT') return []
  const [name = '', schema] = parts.reverse()
  return [
    {
      do: 'renameTable',
      table: { ...(schema && { schema }), name },
      to: { ...(schema && { schema }), name: to },
    },
  ]
}

/** Splits a name such as `[dbo].[my.table].column`. */
const partsOf = (name: string): string[] =>
  [...name.matchAll(/\[([^\]]*)\]|"([^"]*)"|([^.[\]"]+)/g)].map(
    ([, bracket, quoted, plain = '']) => bracket ?? quoted ?? plain,
  )
