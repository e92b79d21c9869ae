/** Lists the existing migrations of any runner. */

import { readdirSync } from 'node:fs'
import path from 'node:path'
import { isHelper } from '../../our-names'
import type { MigrationFile } from '../../types'

const MIGRATION = /^(?!.*\.d\.[cm]?ts$).*\.([cm]?[jt]s|sql)$/

/** Includes subfolders: some runners keep one folder per version. */
export function migrationsBelow(folder: string): MigrationFile[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (entry.isDirectory()) return migrationsBelow(path.join(folder, entry.name))
      return MIGRATION.test(entry.name) && !isHelper(entry.name) ? [{ folder, name: entry.name }] : []
    })
  } catch {
    return []
  }
}
