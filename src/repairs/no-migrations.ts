/** For callers of repairs that change models alone. */

import type { MigrationContext } from '../types'

export const noMigrations: MigrationContext = {
  folder: '',
  existing: [],
  timestamp: '',
  fixed: false,
  naming: { prefix: '', joint: '-' },
  parts: [],
  withIndex: false,
}
