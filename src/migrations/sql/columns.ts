/** Columns as CREATE TABLE, ADD, CHANGE and MODIFY define them. */

import type { ColumnSpec } from '../../types'
import { cursorOver, rest, sourceOf } from './cursor'
import { type Definition, readDefinitions } from './grammar'
import { takeName, unreadMarker } from './names'
import type { Script } from './script'
import { is, outermost, type Token } from './tokens'

/** A defined column: what was said of it, or undefined where only its name could be read. */
export interface DefinedColumn {
  name: string
  said?: Definition
  /** Set when an unread part of the definition may hold further columns. */
  hole?: string
}

export const specOf = ({ name, said }: DefinedColumn): ColumnSpec => ({ name, ...said })

/** Reads `name type constraints…`, one by one. undefined if one of them does not begin with a name. */
export function readColumns(
  text: string,
  definitions: Token[][],
  script: Script,
): DefinedColumn[] | undefined {
  const named = definitions.map((tokens) => {
    const cursor = cursorOver(text, tokens)
    return { tokens, name: takeName(cursor, script), source: sourceOf(text, rest(cursor)) }
  })
  if (named.some(({ name }) => name === undefined)) return undefined
  const said = readAll(
    named.map(({ source }) => source),
    script,
  )
  return named.map(({ tokens, name, source }, index) => ({
    name: name!,
    said: said[index] && withoutHoles(said[index], source),
    hole: mayHoldMore(tokens) ? sourceOf(text, tokens) : undefined,
  }))
}

/** What `type constraints…` says, without a name. */
export function readDefinition(text: string, tokens: Token[], script: Script): Definition | undefined {
  const source = sourceOf(text, tokens)
  const [said] = readAll([source], script)
  return said && withoutHoles(said, source)
}

/** What each says; undefined where no grammar takes it. */
function readAll(sources: string[], script: Script): (Definition | undefined)[] {
  const { definitions } = script
  const fresh = [...new Set(sources)].filter((source) => !definitions.has(source))
  // All in one go is faster; one by one tells where a grammar stumbles.
  const read = readSome(fresh, script) ?? fresh.map((source) => readSome([source], script)?.[0])
  for (const [index, source] of fresh.entries()) definitions.set(source, read[index])
  return sources.map((source) => definitions.get(source))
}

function readSome(
  sources: string[],
  { notation: { mysql, loose, grammars } }: Script,
): Definition[] | undefined {
  if (sources.length === 0) return []
  const plain = sources.map(withoutExtras)
  const read = (mysql ? undefined : readDefinitions(sources, grammars)) ?? readDefinitions(plain, grammars)
  return read?.map((definition, index) => withType(definition, sources[index]!, loose))
}

/** MySQL's words that say nothing of type, nullability or default, and that the grammars do not know. */
const extras = new RegExp(
  [
    String.raw`('[^']*(?:''[^']*)*'|"[^"]*"|${'`[^`]*`'}(?!\s*$))`,
    String.raw`\b(?:CHARACTER\s+SET|CHARSET|SRID)\s+[\w']+`,
    String.raw`\bON\s+UPDATE\s+(?:CURRENT_TIMESTAMP|NOW|LOCALTIME(?:STAMP)?)\s*(?:\(\s*\d*\s*\))?`,
    String.raw`(?<=\bCURRENT_TIMESTAMP)\s*\(\s*\d*\s*\)`,
    String.raw`(?<=[\w)])\s+BINARY\b(?!\s*\()|\b(?:UNSIGNED|SIGNED|ZEROFILL|SPARSE|ROWGUIDCOL)\b`,
    String.raw`\bNOT\s+FOR\s+REPLICATION\b|\bIDENTITY\s*\(\s*\d+\s*,\s*\d+\s*\)`,
    String.raw`\bWITH(?:OUT)?\s+SYSTEM\s+VERSIONING\b`,
    String.raw`\b(?:FIRST|AFTER\s+(?:${'`[^`]*`'}|"[^"]*"|[\w$]+))\s*$`,
  ].join('|'),
  'giu',
)

const withoutExtras = (source: string): string => source.replace(extras, (_, quoted) => quoted ?? ' ')

/** `[int]` of SQL Server is no name of its own, and UNSIGNED belongs to the type. */
function withType(definition: Definition, source: string, unquote: boolean | undefined): Definition {
  const { type } = definition
  if (type === undefined) return definition
  const unsigned = /^\w+(?:\s*\([^)]*\))?\s+UNSIGNED\b/i.test(source) && !type.includes('UNSIGNED')
  return { ...definition, type: (unquote ? type.replaceAll('"', '') : type) + (unsigned ? ' UNSIGNED' : '') }
}

/** An unread part says nothing. */
function withoutHoles(definition: Definition, source: string): Definition {
  if (!unreadMarker.test(source)) return definition
  const { type, allowNull, hasDefault } = definition
  return {
    ...(type && !unreadMarker.test(type) && { type }),
    ...(allowNull !== undefined && { allowNull }),
    ...(hasDefault !== undefined && !/\bDEFAULT\s*\(?\s*__unread_/i.test(source) && { hasDefault }),
  }
}

/** What an unread part may follow without holding more than a name or a value. */
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
