/** MySQL and MariaDB have no partial index: a column that is NULL for deleted rows makes each of them another. */

import type { DialectUniques } from '../../types'
import { ticked } from '../quotes'
import { nameOf } from '../uniques'

/** The column for it, one a table. */
export const LIVE = 'is_live'

export const byColumn: DialectUniques['live'] = (wanted) => {
  const { table, columns, deleted, isFirst } = wanted
  const on = [table.schema, table.name].flatMap((part) => (part === undefined ? [] : ticked(part))).join('.')
  const live = `ADD COLUMN ${ticked(LIVE)} TINYINT(1) GENERATED ALWAYS AS (IF(${ticked(deleted)} IS NULL, 1, NULL)) VIRTUAL`
  const index = `ADD UNIQUE INDEX ${ticked(nameOf(wanted))} (${[...columns, LIVE].map(ticked).join(', ')})`
  return `ALTER TABLE ${on} ${[...(isFirst ? [live] : []), index].join(', ')};`
}
