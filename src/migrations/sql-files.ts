/** Files of SQL: which of them go forward, and which part of one does. */

import path from 'node:path'
import type { Reader } from '../ast'

/** `001.down.sql`, `x-down.sql`, `001.undo.sql`, and Flyway's `U1__x.sql` go back. */
export const goesBack = (file: string): boolean =>
  /[.-](down|undo|rollback|revert)\.sql$/i.test(file) || /^U\d[\w.]*__.*\.sql$/.test(path.basename(file))

/** Where the way back begins: dbmate, goose, and what others write. */
const BACK = /^[ \t]*--[ \t]*(?:migrate:down|\+goose[ \t]+Down|\+migrate[ \t]+Down|rambler[ \t]+down)\b/im

/** The part that goes forward; every letter stays at its place. */
export function forward(sql: string): string {
  const at = BACK.exec(sql)?.index
  return at === undefined ? sql : sql.slice(0, at)
}

/** db-migrate keeps the SQL of a migration beside it, in `sqls/<name>-up.sql`, which the file only hands over. */
export function sqlBeside(file: string, { read, isFile }: Reader): string | undefined {
  const name = path.basename(file).replace(/\.[cm]?[jt]s$/, '')
  const beside = path.join(path.dirname(file), 'sqls', `${name}-up.sql`)
  return isFile(beside) && /['"]sqls['"]/.test(read(file) ?? '') ? beside : undefined
}
