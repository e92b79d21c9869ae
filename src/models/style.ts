/** The contract of a style: it knows the syntax of one way to define a model, and nothing of Sequelize's rules. */

import type { Cls, Machine, RValue, Site } from '../ast'
import type { Definition, StyleName } from '../types'

/** A method call that no code of the project answers. */
export interface MethodCall {
  receiver: RValue
  args: RValue[]
  site: Site
}

/** A definition, with what only this wing needs to know of it. */
export interface Found {
  definition: Definition
  /** The Sequelize instance, as far as it is known. */
  instance: RValue
  cls?: Cls
  /** The call or class that defines it; one seen twice is one model. */
  site: Site
  /** Set when a function was entered without knowing its callers. */
  unattended: boolean
}

/** One way to define a model. Adding one = one file, one line in models/index.ts, one fixture folder. */
export interface ModelStyle {
  name: StyleName
  /** The method whose calls it wants to see. */
  method?: string
  /** Where the method's name is a word of many programs: it counts only in a text that holds one of these, too. */
  beside?: RegExp
  /** A call of that method: a definition, or undefined when it is something else. */
  called?(call: MethodCall, m: Machine): Pick<Found, 'definition' | 'instance' | 'cls'> | undefined
  /** A class was declared: a definition, or undefined. */
  declared?(cls: Cls, m: Machine): Pick<Found, 'definition' | 'instance' | 'cls' | 'site'> | undefined
}
