/** Reads columns as CREATE TABLE, ADD, CHANGE and MODIFY define them. */

import type { ColumnSpec } from '../../types'
import { cursorOver, rest, sourceOf } from './cursor'
import { type Definition, definitionIn } from './definition'
import { takeName, unreadMarker } from './names'
import type { Script } from './script'
import { is, outermost, type Token } from './tokens'

/** A defined column; `definition` is undefined if only the name could be read. */
export interface DefinedColumn {
  name: string
  definition?: Definition
  /** The definition's text, if an unread part of it may contain further columns. */
  hole?: string
}

export const specOf = ({ name, definition }: DefinedColumn): ColumnSpec => ({ name, ...definition })

/** Reads each `name type constraints…`. Returns undefined if one does not begin with a name. */
export function readColumns(
  text: string,
  definitions: Token[][],
  script: Script,
): DefinedColumn[] | undefined {
  const columns = definitions.map((tokens) => readColumn(text, tokens, script))
  return columns.every((column) => column !== undefined) ? columns : undefined
}

function readColumn(text: string, tokens: Token[], script: Script): DefinedColumn | undefined {
  const cursor = cursorOver(text, tokens)
  const name = takeName(cursor, script)
  if (name === undefined) return undefined
  const definition = readDefinition(text, rest(cursor), script)
  return { name, definition, hole: mayHoldMore(tokens) ? sourceOf(text, tokens) : undefined }
}

/** Reads `type constraints…`, without a name. */
export function readDefinition(text: string, tokens: Token[], { notation }: Script): Definition | undefined {
  const definition = definitionIn(text, tokens, notation)
  return definition && withoutHoles(definition, sourceOf(text, tokens))
}

/** Removes the values that come from an unread part. */
function withoutHoles(definition: Definition, source: string): Definition {
  if (!unreadMarker.test(source)) return definition
  const { type, allowNull, hasDefault } = definition
  return {
    ...(type && !unreadMarker.test(type) && { type }),
    ...(allowNull !== undefined && { allowNull }),
    ...(hasDefault !== undefined && !/\bDEFAULT\s*\(?\s*__unread_/i.test(source) && { hasDefault }),
  }
}

/** Tokens after which an unread part is only a name or a value. */
const beforeValues = ['REFERENCES', 'DEFAULT', 'COLLATE', 'COMMENT', 'SET', 'CHARSET', '.', '::', '-', '+']

function mayHoldMore(tokens: Token[]): boolean {
  const outer = outermost(tokens)
  return outer.some(
    (token, index) =>
      index > 1 &&
      token.kind === 'word' &&
      unreadMarker.test(token.text) &&
      !is(outer[index - 1], ...beforeValues),
  )
}
