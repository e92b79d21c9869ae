/** DOOR. Formats an outcome as text. */

import type { Reporter } from '../types'
import { compact } from './compact'
import { annotations, github } from './github'
import { gitlab } from './gitlab'
import { htmlReporter } from './html'
import { json } from './json'
import { junit } from './junit'
import { markdown } from './markdown'
import { sarif } from './sarif'
import { terminal } from './terminal'

export { databaseText } from './checks'
export { filesPlanned } from './files-planned'
export { fleetReporters } from './fleet'
export { hazardsText } from './hazards'
export { placeOf } from './place'
export { questionShown } from './question'
export { safe } from './safe'
export { unifiedDiff } from './unified-diff'
export { annotations }

export const reporters: Reporter[] = [
  terminal,
  compact,
  json,
  github,
  gitlab,
  htmlReporter,
  junit,
  markdown,
  sarif,
]
