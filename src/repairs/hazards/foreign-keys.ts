/** Foreign keys of the migrations that delete with a row: while rows were soft-deleted they never did. */

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
