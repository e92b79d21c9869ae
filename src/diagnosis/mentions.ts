/** Finds the places where code writes a column's name or another spelling of it. */

import { type Node, originOf, parseSource, walk } from '../ast'
import type { Origin } from '../types'
import { spelling } from './reports'

export interface Mention {
  name: string
  at: Origin
}

/** The first place of each spelling; empty for a file that cannot be read or parsed. */
export function mentionsIn(file: string, text: string | undefined, column: string): Mention[] {
  const wanted = spelling(column)
  if (text === undefined || !spelling(text).includes(wanted)) return []
  const found = new Map<string, Mention>()
  try {
    const source = parseSource(text, file)
    walk(source.program, (node) => {
      if (isOption(node)) return false
      const name = written(node)
      if (name !== undefined && spelling(name) === wanted && !found.has(name))
        found.set(name, { name, at: originOf(node, source) })
      return undefined
    })
  } catch {
    return []
  }
  return [...found.values()]
}

const written = (node: Node): string | undefined =>
  node.type === 'Identifier' ? node.name : node.type === 'StringLiteral' ? node.value : undefined

/** `deletedAt: 'removed_at'` sets the attribute's name and is no mention of it. */
const isOption = ({ type, key, value }: Node): boolean =>
  type === 'ObjectProperty' && key.name === 'deletedAt' && /^(String|Boolean|Null)Literal$/.test(value.type)
