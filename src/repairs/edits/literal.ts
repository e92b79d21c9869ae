/** Writes names as string literals and keys that evaluate to exactly the name, in the style of their neighbours. */

import { walk } from '../../ast'
import { keyOf, type Node, type Source } from './source'

export type Quote = "'" | '"'

/** A string literal that evaluates to `text`, whatever characters it contains. */
export function quoted(text: string, quote: Quote): string {
  const body = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
  return quote === '"' ? `"${body}"` : `'${body.replace(/\\"/g, '"').replace(/'/g, "\\'")}'`
}

/** The quote that the strings of a literal use, or else the most frequent quote in the file. */
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

/** Uses the quotes of the literal that it replaces. */
export function quotedLike(source: Source, text: string, old: Node): string {
  const quote = source.text[old.start]
  return quoted(text, quote === "'" || quote === '"' ? quote : quoteOf(source, old))
}

/** `key: value`; the key is quoted if the last neighbour's key is, or if it must be. */
export function propertyText(source: Source, object: Node, key: string, value: string): string {
  const last: Node | undefined = object.properties.findLast((one: Node) => keyOf(one) !== undefined)
  const mark: Quote = last && source.text[last.key.start] === '"' ? '"' : "'"
  const asNeighbour = last?.key.type === 'StringLiteral' ? mark : undefined
  const quote = asNeighbour ?? (isName(key) ? undefined : quoteOf(source, object))
  return `${quote ? quoted(key, quote) : key}: ${value}`
}

const isName = (key: string): boolean =>
  /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) && key !== '__proto__'
