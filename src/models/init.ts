/** Reads `User.init(attributes, options)`, and `super.init(...)` or `this.init(...)` in static methods and bases. */

import { type Cls, type RValue, snapshot, unknownFor } from '../ast'
import { isClass, isObject, isUnknown } from '../values'
import { isModelClass, rootOf } from './packages'
import { callOrigin, callSites } from './sites'
import type { MethodCall, ModelStyle } from './style'

/** Keys that distinguish a model's options from the arguments of any other `init`. */
const marks = [
  'sequelize',
  'modelName',
  'tableName',
  'paranoid',
  'timestamps',
  'freezeTableName',
  'underscored',
]

const looksLikeOptions = (value: RValue) =>
  isObject(value) && (value.open !== undefined || marks.some((key) => value.entries.has(key)))

/** Makes all options unknown if the parent class cannot be read, because it may add its own. */
function openedBy(root: RValue, options: RValue, { site }: MethodCall): RValue {
  if (isModelClass(root)) return options
  const why = `the parent class cannot be read${isUnknown(root) ? ` (${root.why})` : ''}`
  const unread = unknownFor(site, why)
  if (!isObject(options)) return unread
  const entries = new Map(
    [...options.entries].map(
      ([key, slot]) => [key, key === 'sequelize' ? slot : { ...slot, value: unread }] as const,
    ),
  )
  return { ...options, entries, open: unread }
}

export const init: ModelStyle = {
  name: 'init',
  method: 'init',
  attributesAt: 0,
  beside: /\bextends\b|sequelize|model|DataTypes/i,
  called(call, m) {
    const { receiver: cls, site } = call
    if (!isClass(cls)) return undefined
    const root = rootOf(cls, m)
    const [attributes, written] = call.args.map((one) => m.force(one))
    if (root === undefined || (!isModelClass(root) && !looksLikeOptions(written))) return undefined
    const options = openedBy(root, written, call)
    const at = callOrigin(site, attributes, undefined, cls)
    return {
      cls,
      instance: isObject(written) ? written.entries.get('sequelize')?.value : undefined,
      definition: {
        style: 'init',
        name: ownName(cls),
        attributes: snapshot(attributes, m),
        options: snapshot(withoutInstance(options), m),
        sequelize: undefined,
        origin: at.at,
        sites: callSites(at, { attributes, options: written }, 1),
      },
    }
  },
}

/** `static name = '...'` replaces the class's own name. */
function ownName(cls: Cls): string {
  const own = cls.statics.get('name')?.value
  return typeof own === 'string' ? own : cls.name
}

/** Omits the instance from the options: no rule reads it, and it is large to copy. */
function withoutInstance(options: RValue): RValue {
  if (!isObject(options)) return options
  const entries = new Map(options.entries)
  entries.delete('sequelize')
  return { ...options, entries }
}
