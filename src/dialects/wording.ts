/** What the groups of a wording stand for, in common to all dialects. */

import type { Said } from '../types'

/** `deletedAt`, `Session.deletedAt`, `bees->seas.deletedAt`: the column is what comes after the last dot. */
export function columnIn(name: string): Said {
  const dot = name.lastIndexOf('.')
  if (dot < 1) return { fault: 'column', column: name }
  return { fault: 'column', column: name.slice(dot + 1), alias: name.slice(0, dot) }
}

export const tableIn = (table: string): Said => ({ fault: 'table', table })
