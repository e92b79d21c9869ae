/** Decides which SQL files, and which part of a file, migrate forward. */

import path from 'node:path'
import type { Reader } from '../ast'

/** Whether a file undoes a migration: `001.down.sql`, `x-down.sql`, `001.undo.sql`, Flyway's `U1__x.sql`. */
export const goesBack = (file: string): boolean =>
  /[.-](down|undo|rollback|revert)\.sql$/i.test(file) || /^U\d[\w.]*__.*\.sql$/.test(path.basename(file))

/** Matches the line where the undo part begins, for dbmate, goose and others. */
const BACK = /^[ \t]*--[ \t]*(?:migrate:down|\+goose[ \t]+Down|\+migrate[ \t]+Down|rambler[ \t]+down)\b/im

/** Returns the part that migrates forward, with unchanged positions. */
export function forward(sql: string): string {
  const at = BACK.exec(sql)?.index
  return at === undefined ? sql : sql.slice(0, at)
}

/** Returns db-migrate's SQL file of a migration, `sqls/<name>-up.sql`, which the migration only passes on. */
export function sqlBeside(file: string, { read, isFile }: Reader): string | undefined {
  const name = path.basename(file).replace(/\.[cm]?[jt]s$/, '')
  const beside = path.join(path.dirname(file), 'sqls', `${name}-up.sql`)
  return isFile(beside) && /['"]sqls['"]/.test(read(file) ?? '') ? beside : undefined
}
