/** What the rules of one case work with. */

import type { Definition, Inflector, Origin, Step, Unknown } from '../../types'
import { isUnknown } from '../../values'
import type { Edition } from './editions'
import { decoratorOf, type Settle, type Settled, show } from './known'
import type { Found, Read } from './options'

export interface Facts {
  definition: Definition
  edition: Edition
  inflector: Inflector
  /** A merged option. */
  read: Read
  attributes: Settled
  instance: Settled
  settle: Settle
  trace: Step[]
}

export function note(facts: Facts, rule: string, says: string, at?: Origin): void {
  facts.trace.push(at ? { rule, says, at } : { rule, says })
}

/** Where a value stands that is no good; one by default stands nowhere. */
export const placeOf = ({ entry }: Found, { definition }: Facts): Origin =>
  entry?.valueAt ?? definition.origin

/** Where an option comes from, in words. */
export function source({ from, entry }: Found): string {
  const decorator = entry && decoratorOf(entry)
  if (decorator) return from === 'own' ? `@${decorator}` : 'the defaults of sequelize-typescript'
  const words = {
    own: "the model's own options",
    define: '`define` of the Sequelize instance',
    instance: 'the options of the Sequelize instance',
    default: "Sequelize's default",
  }
  return words[from]
}

/** R1 and R11: a yes-or-no option, and what it counts as. */
export function flagOf(facts: Facts, key: string, fallback: boolean): boolean | Unknown {
  const found = facts.read(key)
  const { value, entry } = found
  if (isUnknown(value)) {
    note(facts, 'R1', `${key} cannot be told: ${value.why}.`, value.at)
    return value
  }
  if (found.from === 'default') {
    note(facts, 'R1', `${key} is not set, and ${fallback} by default.`)
    return fallback
  }
  note(facts, 'R1', `${key} is ${show(value)} by ${source(found)}.`, entry?.at)
  if (typeof value !== 'boolean') note(facts, 'R11', `${show(value)} counts as ${Boolean(value)}.`, entry?.at)
  return Boolean(value)
}
