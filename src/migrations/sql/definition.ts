/** Reads a column definition: its type, whether it allows NULL, whether it has a default. */

import type { Notation } from '../../types'
import { accept, type Cursor, cursorOver, group, rest, sees, sourceOf } from './cursor'
import { patterns } from './grammar'
import { lengthOf, type Piece, piecesOf, shapeOf } from './shapes'
import type { Token } from './tokens'

/** A column's definition without its name. */
export interface Definition {
  /** The type, in upper case. */
  type?: string
  allowNull?: boolean
  hasDefault?: boolean
}

/** Reads `varchar(20) NOT NULL`, without a name. Returns undefined if it contains an unknown word. */
export function definitionIn(text: string, tokens: Token[], notation: Notation): Definition | undefined {
  const pieces = piecesOf(tokens)
  const typed = notation.freeTypes ? patterns.freeType() : patterns.type()
  const length = lengthOf(typed.exec(shapeOf(pieces))?.[0] ?? '')
  const clauses = clausesOf(pieces.slice(length))
  const type = typeText(sourceOf(text, pieces.slice(0, length).flat()), notation)
  return clauses && { ...(type && { type }), ...clauses }
}

function clausesOf(pieces: Piece[]): Definition | undefined {
  const definition: Definition = {}
  for (let next = 0; next < pieces.length; ) {
    const clause = patterns.clause().exec(shapeOf(pieces.slice(next)))
    if (!clause) return undefined
    const { notNull, nullable, fallback } = clause.groups ?? {}
    if (notNull) definition.allowNull = false
    if (nullable) definition.allowNull = true
    const end = next + lengthOf(clause[0])
    if (fallback) definition.hasDefault = !isNull(pieces.slice(next + 1, end).flat())
    next = end
  }
  return definition
}

/** Formats a type; SQL Server's `[int]` is the same as `int`. */
const typeText = (source: string, { loose }: Notation) =>
  (loose ? source.replaceAll('"', '') : source).replace(/\s+/g, ' ').toUpperCase()

/** Whether the tokens are NULL: `NULL`, `(NULL)`, `NULL::timestamptz`, `CAST(NULL AS int)`. */
export function isNull(tokens: Token[]): boolean {
  const cursor = cursorOver('', tokens)
  return acceptNull(cursor) && patterns.casts().test(shapeOf(piecesOf(rest(cursor))))
}

function acceptNull(cursor: Cursor): boolean {
  const cast = accept(cursor, 'CAST')
  const inner = group(cursor)
  if (!inner) return !cast && accept(cursor, 'NULL')
  return cast ? sees(cursorOver('', inner), 'NULL', 'AS') : isNull(inner)
}
