/** Makes of a model class in memory the model that is judged. */

import { attributeOf, columnOf, type LiveModel, tableOf } from '../live'
import type { Model, Origin } from '../types'

/** A class in memory has no place in a file. */
const NOWHERE: Origin = { file: '', line: 0, column: 0, span: [0, 0] }

export function modelOf(live: LiveModel): Model {
  const used = columnOf(live)
  const options = live.options ?? {}
  const fault = faultOf(live, used)
  return {
    name: live.name,
    style: 'define',
    table: tableOf(live),
    paranoid: Boolean(options.paranoid),
    needsColumn: used !== undefined,
    ...used,
    ...(fault && { fault }),
    underscored: false,
    origin: NOWHERE,
    sites: {},
    trace: [],
  }
}

/** The same faults, in the same words, as `check` tells of (src/models/rules), as far as a class still shows them. */
function faultOf(live: LiveModel, used: { attribute: string; column: string } | undefined): Model['fault'] {
  const { paranoid, timestamps, deletedAt } = live.options ?? {}
  if (!paranoid) return undefined
  if (timestamps === false)
    return {
      rule: 'inert-paranoid',
      says: 'timestamps is off, so paranoid does nothing: no column is used, and destroy() deletes rows for good',
      at: NOWHERE,
    }
  if (!used)
    return deletedAt === false
      ? {
          rule: 'broken-paranoid',
          says: 'deletedAt is false while paranoid is set, so every find throws a TypeError',
          at: NOWHERE,
        }
      : undefined
  const type = attributeOf(live, used.attribute)?.type?.constructor.name
  return type === 'VIRTUAL'
    ? {
        rule: 'broken-paranoid',
        says: 'the attribute is VIRTUAL, and the WHERE of every find still names its column',
        at: NOWHERE,
      }
    : undefined
}
