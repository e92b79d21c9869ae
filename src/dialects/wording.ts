/** Interprets the captured groups of an error message, for all dialects. */

import type { ErrorContent } from '../types'

/** The column is the part after the last dot: `deletedAt`, `Session.deletedAt`, `bees->seas.deletedAt`. */
export function columnIn(name: string): ErrorContent {
  const dot = name.lastIndexOf('.')
  if (dot < 1) return { fault: 'column', column: name }
  return { fault: 'column', column: name.slice(dot + 1), alias: name.slice(0, dot) }
}

export const tableIn = (table: string): ErrorContent => ({ fault: 'table', table })
