/** Where a model's file still speaks of a name: for the human to look at. */

import { everyNode, type Node, type Replace, type Source } from './edits/source'

/** Lines, as they are numbered after the edits, that name it outside what is edited; comments do not count. */
export function linesNaming(source: Source, name: string, edits: readonly Replace[]): number[] {
  const lines = new Set<number>()
  everyNode(source.program, (node) => {
    if (edits.some(({ span }) => span[0] <= node.start && node.end <= span[1])) return false
    if (isOption(node, name)) return false
    const text =
      node.type === 'Identifier' ? node.name : node.type === 'StringLiteral' ? node.value : undefined
    if (text === name) lines.add(node.loc.start.line + linesGained(edits, node.start))
  })
  return [...lines].sort((a, b) => a - b)
}

const linesGained = (edits: readonly Replace[], at: number): number =>
  edits.reduce(
    (sum, { span, expected, text }) => sum + (span[1] <= at ? breaksIn(text) - breaksIn(expected) : 0),
    0,
  )

const breaksIn = (text: string): number => text.split(/\r\n|\n|\r/).length - 1

/** The option `deletedAt: '…'` names nothing once paranoid is off. */
const isOption = (node: Node, name: string): boolean =>
  node.type === 'ObjectProperty' &&
  node.value.type === 'StringLiteral' &&
  (node.key.name ?? node.key.value) === 'deletedAt' &&
  node.value.value === name

/** ' deletedAt is still named in lines 12 and 30.', or nothing. */
export function stillNamed(name: string, lines: number[]): string {
  if (lines.length === 0) return ''
  if (lines.length === 1) return ` ${name} is still named in line ${lines[0]}.`
  const [shown, more] = [lines.slice(0, 5), lines.length > 5]
  const list = more ? `${shown.join(', ')} and more` : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
  return ` ${name} is still named in lines ${list}.`
}
