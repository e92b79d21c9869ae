/** Reduces tokens to shapes for patterns: `varchar(20) DEFAULT 'a'` becomes `VARCHAR () DEFAULT ''`. */

import { is, isSome, type Token, type Tokens } from './tokens'

/** One token, or a group from its opening bracket or CASE to its end. */
export type Piece = Tokens

const pairs = [
  ['(', ')'],
  ['[', ']'],
  ['CASE', 'END'],
] as const

export function piecesOf(tokens: Token[]): Piece[] {
  const pieces: Piece[] = []
  for (let start = 0; start < tokens.length; ) {
    const end = endOf(tokens, start)
    const piece = tokens.slice(start, end)
    if (isSome(piece)) pieces.push(piece)
    start = end
  }
  return pieces
}

/** Returns the end of the piece that begins here. An unclosed bracket is a piece of its own. */
function endOf(tokens: Token[], start: number): number {
  const [opening, closing] = pairs.find(([first]) => is(tokens[start], first)) ?? []
  let depth = 0
  for (let index = start; opening && closing && index < tokens.length; index++) {
    depth += is(tokens[index], opening) ? 1 : is(tokens[index], closing) ? -1 : 0
    if (depth === 0) return index + 1
  }
  return start + 1
}

/** Writes `()` or `[]` for a group, `''` for a string, `""` for a quoted name, `0` for a number; words in capitals. */
export const shapeOf = (pieces: Piece[]): string => pieces.map(shapeOfPiece).join(' ')

function shapeOfPiece([first, ...more]: Piece): string {
  const { kind, text } = first
  if (more.length > 0) return text === '[' ? '[]' : '()'
  if (kind === 'string') return "''"
  if (kind === 'name') return '""'
  return /^\d/.test(text) ? '0' : text.toUpperCase()
}

/** Returns the number of pieces in a shape. */
export const lengthOf = (shape: string): number => shape.split(' ').filter(Boolean).length
