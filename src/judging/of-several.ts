/** Judges a model that may belong to several databases. */

import type { Judged, Schema } from '../types'
import { isUnknown } from '../values'
import { undecided } from './findings'
import { tableNamed } from './schema'

interface JudgedByDatabase {
  judged: Judged
  schema: Schema
  /** The name of the database. */
  database: string
}

/** What is repaired in a database's own migrations. */
const IN_EACH = new Set<Judged['status']>(['missing-column', 'misnamed-column'])

/**
 * Takes the verdict of the databases that have the table if all agree. Otherwise the model is undecided.
 * @returns the first of the judged models, with the common verdict; all of them where each database has to be repaired
 */
export function ofSeveral(all: JudgedByDatabase[]): Judged[] {
  const holding = all.filter(({ judged: { model }, schema }) => {
    const { table } = model
    return !isUnknown(table) && tableNamed(schema, table) !== undefined
  })
  const [first, ...others] = holding.length ? holding : all
  if (!first) return []
  if (others.every(({ judged }) => judged.status === first.judged.status))
    return IN_EACH.has(first.judged.status) ? [first, ...others].map(({ judged }) => judged) : [first.judged]
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
  return [Object.assign(first.judged, { evidence: undefined, ...open })]
}
