/** A file of the project for repairs: its text, its tree, and edits against it. */

import { type Node, originOf, parseSource, type Source, SyntaxFault, walk } from '../../ast'
import type { Edit, Origin, RepairContext } from '../../types'

export { type Node, originOf, type Source, SyntaxFault, walk }
export type Replace = Extract<Edit, { kind: 'replace' }>

/** So many files stay parsed: a file of many models is opened for each of them. */
const KEPT = 8
const parsed = new Map<string, Source>()

/** Returns undefined when the file cannot be read or parsed. */
export function openSource(file: string, context: Pick<RepairContext, 'read'>): Source | undefined {
  const text = context.read(file)
  if (text === undefined) return undefined
  try {
    return parsedOnce(text, file)
  } catch {
    return undefined
  }
}

/** @throws SyntaxFault */
function parsedOnce(text: string, file: string): Source {
  const known = parsed.get(file)
  if (known?.text === text) return known
  const source = parseSource(text, file)
  parsed.delete(file)
  parsed.set(file, source)
  const [oldest] = parsed.keys()
  if (parsed.size > KEPT && oldest !== undefined) parsed.delete(oldest)
  return source
}

/**
 * Opens a file that was parsed before, as its model is known. It parses again only on demand, because most edits need
 * only the text; access to the tree throws a SyntaxFault if the file has become invalid since.
 */
export function knownSource(file: string, context: Pick<RepairContext, 'read'>): Source | undefined {
  const text = context.read(file)
  if (text === undefined) return undefined
  return {
    file,
    text,
    get program() {
      return parsedOnce(text, file).program
    },
  }
}

export function replace(source: Source, start: number, end: number, text: string): Replace {
  return {
    kind: 'replace',
    file: source.file,
    span: [start, end],
    expected: source.text.slice(start, end),
    text,
  }
}

export const insert = (source: Source, at: number, text: string): Replace => replace(source, at, at, text)

/** The outermost node of one of these types whose span equals the place. */
export function nodeAt(source: Source, at: Origin, types: RegExp): Node | undefined {
  const [start, end] = at.span
  let found: Node | undefined
  walk(source.program, (node) => {
    if (found || node.start > start || node.end < end) return false
    if (node.start === start && node.end === end && types.test(node.type)) found = node
  })
  return found
}

/** Every node around a place, outermost first. */
export function around(source: Source, [start, end]: Origin['span']): Node[] {
  const nodes: Node[] = []
  walk(source.program, (node) => {
    if (node.start > start || node.end < end) return false
    nodes.push(node)
  })
  return nodes
}

/** Also visits type annotations; if `visit` returns false, the children are skipped. */
export function everyNode(node: Node, visit: (node: Node) => boolean | void): void {
  if (visit(node) === false) return
  for (const field in node) {
    if (field === 'loc' || field === 'extra') continue
    for (const child of [node[field]].flat()) if (typeof child?.type === 'string') everyNode(child, visit)
  }
}

/** The name of a key; undefined for a computed key and for a spread. */
export function keyOf(property: Node): string | undefined {
  const key = property.key
  if (key?.type === 'StringLiteral') return key.value
  if (key?.type === 'Identifier' && !property.computed) return key.name
  return undefined
}

/** Strips `as const`, `satisfies T`, `!` and the like. */
export function bare(node: Node): Node {
  return /^TS(As|Satisfies|NonNull|TypeAssertion)|^TypeCast/.test(node.type) ? bare(node.expression) : node
}
