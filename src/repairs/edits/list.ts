/** Adds an item to a list between brackets: properties, arguments, imported names, class members. */

import {
  beforeOnLine,
  breakAt,
  commaIn,
  indentAt,
  indentStep,
  isBlank,
  lineEnd,
  lineStart,
  quietAfter,
} from './lines'
import { insert, type Node, type Replace, replace, type Source } from './source'

export interface List {
  source: Source
  items: Node[]
  /** Right after the opening bracket. */
  open: number
  /** Right before the closing bracket. */
  close: number
}

export const propertiesOf = (source: Source, object: Node): List => ({
  source,
  items: object.properties,
  open: object.start + 1,
  close: object.end - 1,
})

/** Adds an item after the last one, in the same layout; comments further down stay below it. */
export function append(list: List, item: string, padding = ' '): Replace[] {
  const { source, items, close } = list
  const { text } = source
  const last = items.at(-1)
  if (!last) return [intoEmpty(list, item, padding)]
  const comma = commaIn(text, last.end, close)
  const before = beforeOnLine(text, last.start)
  const onNewLine = breakAt(text, last.start) + before + item
  if (/^\s*,\s*$/.test(before)) return [insert(source, last.end, onNewLine)]
  if (!isBlank(before)) {
    return [
      comma === undefined ? insert(source, last.end, `, ${item}`) : insert(source, comma + 1, ` ${item},`),
    ]
  }
  if (comma !== undefined) return [insert(source, quietEnd(text, comma + 1), `${onNewLine},`)]
  const end = quietEnd(text, last.end)
  if (isBlank(text.slice(last.end, end))) return [insert(source, last.end, `,${onNewLine}`)]
  return [insert(source, last.end, ','), insert(source, end, onNewLine)]
}

/** Moves past a comment that ends this line, if nothing else follows. */
const quietEnd = (text: string, at: number): number => (quietAfter(text, at) ? lineEnd(text, at) : at)

function intoEmpty({ source, open, close }: List, item: string, padding: string): Replace {
  const { text } = source
  const inside = text.slice(open, close)
  const end = breakAt(text, open)
  const line = indentAt(text, close) + indentStep(text) + item
  if (isBlank(inside)) {
    const manyLines = `${end}${line}${end}${indentAt(text, close)}`
    return replace(source, open, close, /[\r\n]/.test(inside) ? manyLines : padding + item + padding)
  }
  return isBlank(beforeOnLine(text, close))
    ? insert(source, lineStart(text, close), line + end)
    : insert(source, close, item + padding)
}
