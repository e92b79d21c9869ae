/** Declares the contract of a style, which knows the syntax of one way to define a model but no rules of Sequelize. */

import type { Cls, Machine, RValue, Site } from '../ast'
import type { Definition, StyleName } from '../types'

/** A call of a method that no code of the project defines. */
export interface MethodCall {
  receiver: RValue
  args: RValue[]
  site: Site
}

/** A definition, with facts that only src/models needs. */
export interface FoundModel {
  definition: Definition
  /** The Sequelize instance, if it is known. */
  instance: RValue
  cls?: Cls
  /** The call or class that defines the model; the same site seen twice is one model. */
  site: Site
  /** Whether the options hold those of the instance already, as its `beforeDefine` hooks left them. */
  isMerged?: boolean
  /** Whether the reader entered the function around it without knowing the function's callers. */
  unattended: boolean
}

/** One way to define a model. To add one, add a file, a line in models/index.ts and a fixture folder. */
export interface ModelStyle {
  name: StyleName
  /** The method whose calls this style reads. */
  method?: string
  /** The place of the attributes among its arguments; the options follow them. */
  attributesAt?: number
  /** For a common method name: the name counts only in a text that this pattern matches too. */
  beside?: RegExp
  /** Returns the definition that a call of the method makes, or undefined if it makes none. */
  called?(call: MethodCall, m: Machine): Pick<FoundModel, 'definition' | 'instance' | 'cls'> | undefined
  /** Returns the definition that a class declaration makes, or undefined if it makes none. */
  declared?(cls: Cls, m: Machine): Pick<FoundModel, 'definition' | 'instance' | 'cls' | 'site'> | undefined
}
