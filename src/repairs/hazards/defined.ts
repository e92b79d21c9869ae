/** Helpers for places in a model's own definition: its options or the decorators of its class. */

import type { Node } from '../edits/source'
import type { ModelOf } from '../places/model-of'
import type { NodeInContext } from './kind'

/** Whether the node is a key or a text that names the attribute or its column. */
export function namesAttribute({ node, parents, sought }: NodeInContext): boolean {
  const parent = parents.at(-1)
  const isKey = /^Object(Property|Method)$/.test(node.type) && !node.computed
  const isText = node.type === 'StringLiteral' && parent?.key !== node
  const text: unknown = isKey ? (node.key.name ?? node.key.value) : isText ? node.value : undefined
  return typeof text === 'string' && (sought.attributes.has(text) || sought.columns.has(text))
}

/** The model of the class, if the place lies inside a decorator with one of these names. */
export function definedClass(
  { parents, classes }: NodeInContext,
  named: RegExp,
): { owner: ModelOf } | undefined {
  if (!parents.some((one) => one.type === 'Decorator' && named.test(decoratorName(one)))) return undefined
  const home = parents.findLast(({ type }) => /^Class(Declaration|Expression)$/.test(type))
  return { owner: home && classes.get(home.start) }
}

export const decoratorName = ({ expression }: Node): string =>
  (expression.callee ?? expression).name ?? (expression.callee ?? expression).property?.name ?? ''
