/** Declares the config file of this tool. */

import type { Rule } from './findings'
import type { Origin } from './values'

/** How grave the findings of a rule are: `note` is told and does not fail, `off` is only counted. */
export type RuleSeverity = 'off' | 'note' | 'error'

/** A database of the tree, with its models and migrations. */
export interface DatabaseConfig {
  /** Absolute: the folder of its config and package.json. */
  root: string
  /** Absolute: folders or files of its models; all of its root if left out. */
  models?: string[]
  /** Absolute: its folders of migrations; found below its root if left out. */
  migrations?: string[]
}

/** What a config file says, checked. Paths are as they are written there, from the file's folder. */
export interface Config {
  paths?: string[]
  migrations?: string[]
  databases?: { root: string; models?: string[]; migrations?: string[] }[]
  env?: string
  strict?: boolean
  ignore?: string[]
  template?: string
  /** The file of each format, or true for the one that is printed. */
  formats?: Record<string, string | true>
  severity?: { [rule in Rule]?: RuleSeverity }
  baseline?: string | false
}

/** A config file that was found and read. */
export interface ConfigFile {
  /** Absolute: a file of its own, or package.json. */
  file: string
  config: Config
  /** The place of each key. */
  at: { [key in keyof Config]?: Origin }
}
