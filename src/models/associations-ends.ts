/** Finds the models of an association by their definitions, or else by the name in the code. */

import type { Node, RValue } from '../ast'
import type { ModelRef, Value } from '../types'
import { isClass, isRef } from '../values'
import type { Recorder } from './recorder'
import { applyRules, type RulesContext } from './rules'
import type { FoundModel } from './style'

export interface End {
  ref: ModelRef
  plural: string
  singular: string
}

/** @returns a function that finds the model of a value; `written` is the value's expression */
export function endsIn({ found }: Recorder, rules: RulesContext) {
  const byClass = new Map(found.flatMap((one) => (one.cls ? [[one.cls, one] as const] : [])))
  const bySite = new Map(found.map((one) => [one.site, one]))
  const byName = namesIn(found, rules)
  return (value: RValue, written: Node): End | undefined => {
    const cls = isClass(value) ? value : undefined
    const one = cls ? byClass.get(cls) : isRef(value) && value.site ? bySite.get(value.site) : undefined
    if (one) return defined(one, rules)
    const name = cls?.name || (typeof value === 'string' ? value : nameWritten(written))
    return name ? (byName(name) ?? named(name, undefined, rules)) : undefined
  }
}

/** Returns a function that finds the definition of a name, if there is only one. */
function namesIn(found: FoundModel[], rules: RulesContext): (name: string) => End | undefined {
  const ends = found.flatMap((one) => defined(one, rules) ?? [])
  const placeOf = ({ ref: { origin } }: End) => `${origin?.file}:${origin?.span[0]}`
  return (name) => {
    const own = ends.filter(({ ref }) => ref.name === name)
    return new Set(own.map(placeOf)).size === 1 ? own[0] : undefined
  }
}

function defined({ definition }: FoundModel, rules: RulesContext): End | undefined {
  const { name, origin } = applyRules(definition, rules)
  return typeof name === 'string' ? named(name, { definition: definition.options, origin }, rules) : undefined
}

function named(
  name: string,
  from: { definition: Value; origin: ModelRef['origin'] } | undefined,
  { inflector }: RulesContext,
): End {
  return {
    ref: { name, ...(from && { origin: from.origin }) },
    plural: nameOption(from?.definition, 'plural') ?? inflector.pluralize(name),
    singular: nameOption(from?.definition, 'singular') ?? inflector.singularize(name),
  }
}

/** R4: `name: { plural, singular }` names associations in every version. */
function nameOption(options: Value, key: string): string | undefined {
  const value = entryOf(entryOf(options, 'name'), key)
  return typeof value === 'string' ? value : undefined
}

export const entryOf = (value: Value, key: string): Value =>
  typeof value === 'object' && value?.kind === 'object' ? value.entries.get(key)?.value : undefined

/** Reads the name in `Booking`, `models.Booking`, `db['Booking']` or `sequelize.model('Booking')`. */
function nameWritten(node: Node | undefined): string | undefined {
  switch (node?.type) {
    case 'Identifier':
      return node.name
    case 'StringLiteral':
      return node.value
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return node.computed && node.property.type !== 'StringLiteral'
        ? undefined
        : (node.property.name ?? node.property.value)
    case 'CallExpression':
      return node.callee.property?.name === 'model' ? nameWritten(node.arguments[0]) : undefined
    case 'TSNonNullExpression':
    case 'TSAsExpression':
      return nameWritten(node.expression)
    default:
      return undefined
  }
}
