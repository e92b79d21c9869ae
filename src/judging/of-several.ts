/** Judges a model that may belong to several databases. */

import type { Judged, Schema } from '../types'
import { isUnknown } from '../values'
import { undecided } from './findings'
import { tableNamed } from './schema'

export interface JudgedByDatabase {
  judged: Judged
  schema: Schema
  /** The name of the database. */
  database: string
}

/**
 * Takes the verdict of the databases that have the table if all agree. Otherwise the model is undecided.
 * @returns the first of the judged models, with the common verdict
 */
export function ofSeveral(all: JudgedByDatabase[]): Judged | undefined {
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
