/** One model that several databases may hold. */

import type { Judged, Schema } from '../types'
import { isUnknown } from '../values'
import { undecided } from './findings'
import { tableNamed } from './schema'

export interface Held {
  judged: Judged
  schema: Schema
  /** Its name. */
  database: string
}

/**
 * By the databases that have its table: as they judge it, where all agree; else undecided.
 * @returns one of those that were judged, which then has the verdict of all
 */
export function ofSeveral(all: Held[]): Judged | undefined {
  const holding = all.filter(({ judged: { model }, schema }) => {
    const { table } = model
    return !isUnknown(table) && tableNamed(schema, table) !== undefined
  })
  const [first, ...others] = holding.length ? holding : all
  if (!first) return undefined
  if (others.every(({ judged }) => judged.status === first.judged.status)) return first.judged
  const { model } = first.judged
  const names = [first, ...others].map(({ database }) => database)
  const open = undecided(model, [
    'which database holds its table',
    {
      kind: 'unknown',
      text: names.join(', '),
      at: model.origin,
      why: `${names.join(' and ')} both make one, and not both have the column`,
      remedy: 'Name the models and the migrations of one database: PATH --migrations FOLDER.',
      saysAll: true,
    },
  ])
  return Object.assign(first.judged, { evidence: undefined, ...open })
}
