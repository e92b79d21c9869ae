/** Where a model's file still speaks of a name: for the human to look at. */

import { everyNode, type Node, type Replace, type Source } from './edits/source'

/** Lines, each once, that name it outside the parts that are edited; comments do not count. */
export function linesNaming(source: Source, name: string, edits: readonly Replace[]): number[] {
  const lines = new Set<number>()
  everyNode(source.program, (node) => {
    if (edits.some(({ span }) => span[0] <= node.start && node.end <= span[1])) return false
    if (isOption(node, name)) return false
    const text =
      node.type === 'Identifier' ? node.name : node.type === 'StringLiteral' ? node.value : undefined
    if (text === name) lines.add(node.loc.start.line)
  })
  return [...lines].sort((a, b) => a - b)
}

/** The option `deletedAt: '…'` names nothing once paranoid is off. */
const isOption = (node: Node, name: string): boolean =>
  node.type === 'ObjectProperty' &&
  node.value.type === 'StringLiteral' &&
  (node.key.name ?? node.key.value) === 'deletedAt' &&
  node.value.value === name

/** ' deletedAt is still named in line 12 and 30.', or nothing. */
export function stillNamed(name: string, lines: number[]): string {
  if (lines.length === 0) return ''
  const shown = lines.slice(0, 5).join(', ')
  return ` ${name} is still named in line ${shown}${lines.length > 5 ? ' and others' : ''}.`
}
