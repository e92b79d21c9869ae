/** Finds foreign keys in migrations that delete with the parent row: soft deletes never triggered them. */

import { referencesOf, sameTable } from '../../judging'
import type { Model, Origin, Schema } from '../../types'

export function cascadesTo(off: Model[], { tables }: Schema): { model: Model; at: Origin }[] {
  return tables.flatMap((table) =>
    referencesOf(table).flatMap(({ to, onDelete, at }) => {
      const model = off.find((one) => 'name' in one.table && sameTable(one.table, to))
      return model && onDelete === 'CASCADE' ? [{ model, at }] : []
    }),
  )
}
