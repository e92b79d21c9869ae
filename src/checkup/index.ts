/** DOOR. Runs the traps: checks for known problems of a project's setup with sequelize-cli. */

import type { Check, Setup } from '../types'
import { journal } from './journal'
import { layout } from './layout'
import { mjsMigrations } from './mjs-migrations'
import { rcDefaultExport, rcOnNode26 } from './rc'
import { searchPath } from './search-path'
import type { Trap } from './trap'
import { versions } from './versions'
import { warnings } from './warnings'

export { sideBySide } from './side-by-side'

/** The list of traps. */
const traps: Trap[] = [
  versions,
  rcOnNode26,
  rcDefaultExport,
  layout,
  mjsMigrations,
  warnings,
  searchPath,
  journal,
]

export const checkUp = (setup: Setup): Check[] =>
  traps.flatMap(({ subject, look }) => look(setup).map((one) => ({ subject, ...one })))
