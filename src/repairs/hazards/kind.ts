/** The contract of a kind of hazard. */

import type { HazardName, Model } from '../../types'
import type { Node } from '../edits/source'
import type { ModelOf } from '../places/model-of'
import type { Opened } from '../places/place'

/** What the models whose paranoid goes are called in code and SQL. */
export interface Sought {
  models: Model[]
  attributes: Set<string>
  columns: Set<string>
}

/** A node of a file, with all that is known around it. */
export interface Seen extends Opened {
  node: Node
  /** Outermost first. */
  parents: Node[]
  sought: Sought
}

export interface HazardKind {
  name: HazardName
  /** One sentence on what changes. */
  says: string
  /** One of these words stands in every file that has such a place, whatever its case; undefined: an attribute or a column does. */
  words?: (string | RegExp)[]
  /** The types of nodes that it is asked about. */
  on: readonly string[]
  /** Asked of each such node of such a file. undefined: it is no such place; an answer tells whose it is. */
  at(seen: Seen): { whose: ModelOf } | undefined
}

export const CALLS = ['CallExpression', 'OptionalCallExpression'] as const
export const PROPERTIES = ['ObjectProperty', 'ObjectMethod'] as const

/** The method that a call calls, and on what. */
export function calledMethod({ type, callee }: Node): { on: Node; method: string } | undefined {
  if (!/^(Optional)?CallExpression$/.test(type) || !/MemberExpression$/.test(callee.type)) return undefined
  const { object, property, computed } = callee
  const method = computed ? property.value : property.name
  return typeof method === 'string' ? { on: object, method } : undefined
}

/** `force: true` among the properties of an object. */
export const says = (object: Node | undefined, key: string, value: boolean): boolean =>
  object?.type === 'ObjectExpression' && object.properties.some((one: Node) => isSaid(one, key, value))

export const isSaid = (property: Node, key: string, value: boolean): boolean =>
  property.type === 'ObjectProperty' &&
  (property.key.name ?? property.key.value) === key &&
  property.value.value === value
