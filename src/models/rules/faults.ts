/** Detects why Sequelize refuses a paranoid model or omits its attribute: the finding `broken-paranoid`. */

import type { Origin, Unknown } from '../../types'
import { isObject, isUnknown } from '../../values'
import { type Declared, typeNamed } from './declared'
import type { Facts } from './facts'
import { quote, show } from './known'
import type { FoundOption } from './options'

export interface Broken {
  rule: string
  says: string
  at?: Origin
}

/** Checks the `deletedAt` option: `false`, or a value that version 6 and later refuse (R12). */
export function optionFault({ edition, read }: Facts): Broken | undefined {
  const { value, entry } = read('deletedAt')
  const at = entry?.at
  if (isUnknown(value)) return undefined
  if (value === false) {
    return {
      rule: 'R10',
      says: 'deletedAt is false while paranoid is set, so every find throws a TypeError',
      at,
    }
  }
  const odd = value === '' || !['string', 'boolean', 'undefined'].includes(typeof value)
  if (edition.strictDeletedAt !== true || !odd) return undefined
  const says = `deletedAt is ${show(value)}, and Sequelize ${edition.major} throws where the model is defined`
  return { rule: 'R12', says, at }
}

/** Checks for an attribute that Sequelize never adds, or refuses when the model is defined (R16). */
export function attributeFault(
  facts: Facts,
  name: string,
  declared: Declared | Unknown | undefined,
): Broken | undefined {
  const throws = `and Sequelize ${facts.edition.major} throws where the model is defined`
  const at = facts.read('deletedAt').entry?.at
  if (facts.edition.strictAttribute && /^\$|\$$|\.|::|->/.test(name)) {
    return {
      rule: 'R16',
      says: `the attribute ${quote(name)} has characters that are reserved, ${throws}`,
      at,
    }
  }
  const lost = !declared || (name === '__proto__' && facts.edition.major < 6)
  if (!facts.edition.strictAttribute && lost && name in {}) {
    const says = `every object has a property ${quote(name)}, so Sequelize never adds the attribute and finds fail or return deleted rows`
    return { rule: 'R16', says, at }
  }
  const wrong = declared && !isUnknown(declared) && refused(facts, declared)
  return wrong
    ? { rule: 'R16', says: `the attribute ${quote(name)} ${wrong.says}, ${throws}`, at: wrong.at }
    : undefined
}

function refused({ edition }: Facts, declared: Declared): { says: string; at: Origin } | undefined {
  const type = declared.read('type')
  const at = declared.entry.at
  if (untyped(declared, type, edition.strictAttribute)) return { says: 'has no type', at }
  if (!edition.strictAttribute) return undefined
  const name = typeNamed(type.value) ?? (typeof type.value === 'string' ? type.value : undefined)
  if (name !== undefined && (name !== 'DATE' || typeof type.value === 'string')) {
    return { says: `has the type ${name}, not DATE`, at: type.entry?.at ?? at }
  }
  const nullable = declared.read('allowNull')
  return nullable.value === false ? { says: 'has allowNull: false', at: nullable.entry?.at ?? at } : undefined
}

/** Whether an attribute has no type; version 7 fills in a missing one. */
function untyped({ value }: Declared, type: FoundOption, fillsIn: boolean): boolean {
  if (!isObject(value)) return value === undefined || value === null
  if (type.value !== undefined && type.value !== null) return false
  return !fillsIn || type.from !== 'default'
}
