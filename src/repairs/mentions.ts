/** Finds lines in a model's file that still name the attribute, for the user to check. */

import { originOf } from '../ast'
import type { Model, RepairContext } from '../types'
import { everyNode, type Node, nodeAt, type Replace, type Source } from './edits/source'
import { holding, literally } from './edits/words'
import { ownClass } from './own-member'

/** Line numbers after the edits that name the attribute outside the edited parts; comments do not count. */
export function linesNaming(
  source: Source,
  model: Model,
  context: RepairContext,
  edits: readonly Replace[] = [],
): number[] {
  if (typeof model.attribute !== 'string') return []
  const near = holding(new RegExp(literally(model.attribute), 'g'), source.text)
  if (!near) return []
  const lines = new Set<number>()
  const visit = (node: Node): boolean | undefined => {
    if (!near(node)) return false
    if (edits.some(({ span }) => span[0] <= node.start && node.end <= span[1])) return false
    if (isOption(node, model.attribute)) return false
    if (wordOf(node) === model.attribute)
      lines.add(originOf(node, source).line + linesGained(edits, node.start))
    return undefined
  }
  for (const node of wordsOf(source, model, context)) everyNode(node, visit)
  return [...lines].sort((a, b) => a - b)
}

/** The whole file; in a file with several models only this model's class and call, since the rest may mean others. */
function wordsOf(source: Source, model: Model, { models }: RepairContext): Node[] {
  const alone = models.every((one) => one.model === model || one.model.origin.file !== source.file)
  if (alone) return [source.program]
  return [nodeAt(source, model.origin, /./), ownClass(source, model)].filter((node) => node !== undefined)
}

const wordOf = (node: Node): string | undefined =>
  node.type === 'Identifier' ? node.name : node.type === 'StringLiteral' ? node.value : undefined

export const linesGained = (edits: readonly Replace[], at: number): number =>
  edits.reduce(
    (sum, { span, expected, text }) => sum + (span[1] <= at ? breaksIn(text) - breaksIn(expected) : 0),
    0,
  )

const breaksIn = (text: string): number => text.split(/\r\n|\n|\r/).length - 1

/** The option `deletedAt: '…'` has no effect once paranoid is off. */
const isOption = (node: Node, name: unknown): boolean =>
  node.type === 'ObjectProperty' &&
  node.value.type === 'StringLiteral' &&
  (node.key.name ?? node.key.value) === 'deletedAt' &&
  node.value.value === name

/** Example: ' deletedAt is still named in lines 12 and 30.'; '' for no lines. */
export function stillNamed({ attribute }: Model, lines: number[]): string {
  if (lines.length === 0) return ''
  if (lines.length === 1) return ` ${attribute} is still named in line ${lines[0]}.`
  const [shown, more] = [lines.slice(0, 5), lines.length > 5]
  const list = more ? `${shown.join(', ')} and more` : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
  return ` ${attribute} is still named in lines ${list}.`
}
