/** The contract of a shape: how a database, or Sequelize, words one fault in one line. */

import type { Report } from '../../types'

export interface Said extends Pick<Report, 'fault'> {
  column?: string
  /** What stands before the column's dot. */
  alias?: string
  /** As it is written, with its schema where it has one. */
  table?: string
}

/** Adding one = one line in the list of its database; a database of its own = one file, one line in shapes/index.ts. */
export interface Shape {
  pattern: RegExp
  /** What the groups of the pattern say. */
  read(groups: string[]): Said
}

/** `deletedAt`, `Session.deletedAt`, `bees->seas.deletedAt`: the column is what comes after the last dot. */
export function columnIn(name: string): Said {
  const dot = name.lastIndexOf('.')
  if (dot < 1) return { fault: 'column', column: name }
  return { fault: 'column', column: name.slice(dot + 1), alias: name.slice(0, dot) }
}

export const tableIn = (table: string): Said => ({ fault: 'table', table })
