/** Lists the files that a plan creates or changes, one per line. */

import type { Planned, View } from '../types'
import { paintFor } from './paint'
import { relative } from './place'
import { safe } from './safe'

export function filesPlanned(planned: Planned[], view: View): string {
  const paint = paintFor(view)
  return planned
    .map(
      ({ file, before }) =>
        `${paint.green(before === undefined ? 'new    ' : 'changed')}  ${safe(relative(view.cwd, file))}`,
    )
    .join('\n')
}
