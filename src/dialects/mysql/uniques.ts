/** Replaces a partial index, which MySQL and MariaDB lack, by a unique with a column that is NULL for deleted rows. */

import type { DialectUniques } from '../../types'
import { ticked } from '../quotes'
import { nameOf } from '../uniques'

/** The name of that column; a table has at most one. */
export const LIVE = 'is_live'

export const byColumn: DialectUniques['live'] = (wanted) => {
  const { table, columns, deleted, isFirst } = wanted
  const on = [table.schema, table.name].flatMap((part) => (part === undefined ? [] : ticked(part))).join('.')
  const live = `ADD COLUMN ${ticked(LIVE)} TINYINT(1) GENERATED ALWAYS AS (IF(${ticked(deleted)} IS NULL, 1, NULL)) VIRTUAL`
  const index = `ADD UNIQUE INDEX ${ticked(nameOf(wanted))} (${[...columns, LIVE].map(ticked).join(', ')})`
  return `ALTER TABLE ${on} ${[...(isFirst ? [live] : []), index].join(', ')};`
}
