/** Names as code: string literals and keys that read back as exactly the name, in the style of their neighbours. */

import { walk } from '../../ast'
import { keyOf, type Node, type Source } from './source'

export type Quote = "'" | '"'

/** A string literal that reads back as `text`, whatever it holds. */
export function quoted(text: string, quote: Quote): string {
  const body = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
  return quote === '"' ? `"${body}"` : `'${body.replace(/\\"/g, '"').replace(/'/g, "\\'")}'`
}

/** The quote that the strings of a literal use, else the one that prevails in the file. */
export function quoteOf(source: Source, near?: Node): Quote {
  return prevailing(source, near) ?? prevailing(source, source.program) ?? "'"
}

function prevailing(source: Source, within?: Node): Quote | undefined {
  const count = { "'": 0, '"': 0 }
  if (within) {
    walk(within, (node) => {
      if (!/^(StringLiteral|DirectiveLiteral)$/.test(node.type)) return
      const quote = source.text[node.start]
      if (quote === "'" || quote === '"') count[quote]++
    })
  }
  if (count["'"] === count['"']) return undefined
  return count["'"] > count['"'] ? "'" : '"'
}

/** In the quotes of the literal that it takes the place of. */
export function quotedLike(source: Source, text: string, old: Node): string {
  const quote = source.text[old.start]
  return quoted(text, quote === "'" || quote === '"' ? quote : quoteOf(source, old))
}

/** `key: value`, the key quoted where the last of its neighbours is, or where it must be. */
export function propertyText(source: Source, object: Node, key: string, value: string): string {
  const last: Node | undefined = object.properties.findLast((one: Node) => keyOf(one) !== undefined)
  const mark: Quote = last && source.text[last.key.start] === '"' ? '"' : "'"
  const asNeighbour = last?.key.type === 'StringLiteral' ? mark : undefined
  const quote = asNeighbour ?? (isName(key) ? undefined : quoteOf(source, object))
  return `${quote ? quoted(key, quote) : key}: ${value}`
}

const isName = (key: string): boolean =>
  /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) && key !== '__proto__'
