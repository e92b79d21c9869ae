/** The contract of a kind of hazard. */

import type { HazardName, Model } from '../../types'
import type { Node } from '../edits/source'
import type { ModelOf } from '../places/model-of'
import type { Opened } from '../places/place'

/** The models whose paranoid is turned off, with the names of their attributes and columns. */
export interface Sought {
  models: Model[]
  attributes: Set<string>
  columns: Set<string>
}

/** A node of a file with its context. */
export interface NodeInContext extends Opened {
  node: Node
  /** Outermost first. */
  parents: Node[]
  sought: Sought
}

export interface HazardKind {
  name: HazardName
  /** One sentence that says what changes. */
  says: string
  /** Every file with such a place contains one of these words in any case; if undefined, an attribute or a column. */
  words?: (string | RegExp)[]
  /** The node types that `at` receives. */
  on: readonly string[]
  /** Returns undefined if the node is no such place, else the model that the place belongs to. */
  at(seen: NodeInContext): { owner: ModelOf } | undefined
}

export const CALLS = ['CallExpression', 'OptionalCallExpression'] as const
export const PROPERTIES = ['ObjectProperty', 'ObjectMethod'] as const

/** The method of a call and its receiver. */
export function calledMethod({ type, callee }: Node): { on: Node; method: string } | undefined {
  if (!/^(Optional)?CallExpression$/.test(type) || !/MemberExpression$/.test(callee.type)) return undefined
  const { object, property, computed } = callee
  const method = computed ? property.value : property.name
  return typeof method === 'string' ? { on: object, method } : undefined
}

/** Whether an object literal has the property `force: true`. */
export const isForced = (options: Node | undefined): boolean =>
  options?.type === 'ObjectExpression' &&
  options.properties.some((one: Node) => isProperty(one, 'force', true))

export const isProperty = (property: Node, key: string, value: boolean): boolean =>
  property.type === 'ObjectProperty' &&
  (property.key.name ?? property.key.value) === key &&
  property.value.value === value
