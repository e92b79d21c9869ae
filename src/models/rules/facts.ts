/** Defines the facts that the rules of one case share, and helpers to read and note them. */

import type { Definition, Inflector, Origin, Step, Unknown } from '../../types'
import { isUnknown } from '../../values'
import type { Edition } from './editions'
import { decoratorOf, type Settle, type Settled, show } from './known'
import type { FoundOption, Read } from './options'

export interface Facts {
  definition: Definition
  edition: Edition
  inflector: Inflector
  /** Reads a merged option. */
  read: Read
  attributes: Settled
  instance: Settled
  settle: Settle
  trace: Step[]
}

export function note(facts: Facts, rule: string, says: string, at?: Origin): void {
  facts.trace.push(at ? { rule, says, at } : { rule, says })
}

/** Returns the place of a value; for a default, that of the definition. */
export const placeOf = ({ entry }: FoundOption, { definition }: Facts): Origin =>
  entry?.valueAt ?? definition.origin

/** Says where an option comes from. */
export function source({ from, entry }: FoundOption): string {
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

/** R1 and R11: reads a boolean option; other values count by their truthiness. */
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
