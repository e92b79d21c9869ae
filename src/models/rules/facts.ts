/** What the rules of one case work with. */
import type { Definition, Inflector, Origin, Step } from '../../types'
import type { Edition } from './editions'
import type { Settle, Settled } from './known'
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

/** Where an option comes from, in words. */
export function source({ from }: Found): string {
  const words = {
    own: "the model's own options",
    define: '`define` of the Sequelize instance',
    instance: 'the options of the Sequelize instance',
    default: "Sequelize's default",
  }
  return words[from]
}
