/** Finds the call at a place, and adds an argument to a call. */

import type { Origin } from '../../types'
import { append } from './list'
import { around, type Node, nodeAt, type Replace, type Source } from './source'

/** The innermost call that can take one more argument at this place, after its other arguments. */
export const callAround = (source: Source, at: Origin): Node | undefined =>
  around(source, at.span).findLast(
    (node) =>
      node.type === 'CallExpression' &&
      at.span[1] < node.end &&
      node.arguments.every((one: Node) => one.end <= at.span[0]),
  )

/** The call that fills the place, if its method name matches. */
export function callOf(source: Source, at: Origin, method: RegExp): Node | undefined {
  const call = nodeAt(source, at, /^CallExpression$/)
  return call && method.test(call.callee.property?.name ?? '') ? call : undefined
}

/** `Object.assign(literal, …)`, `_.merge(literal, …)`: later arguments may override the literal. */
export function mergeAround(source: Source, literal: Node): Node | undefined {
  const call = around(source, [literal.start, literal.end]).findLast((node) => node.type === 'CallExpression')
  const index = call?.arguments.indexOf(literal) ?? -1
  if (!call || index < 0 || index === call.arguments.length - 1) return undefined
  return /^(assign|assignIn|extend|merge)$/.test(call.callee.property?.name ?? call.callee.name ?? '')
    ? call
    : undefined
}

export function addArguments(source: Source, call: Node, text: string): Replace[] {
  const items: Node[] = call.arguments
  const open = source.text.indexOf('(', (call.typeParameters ?? call.typeArguments ?? call.callee).end) + 1
  return append({ source, items, open, close: call.end - 1 }, text, '')
}
