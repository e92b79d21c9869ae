/** Shows the verdict of each kind of evidence on a model, if they disagree. */

import type { SourceVerdict, View } from '../types'
import { paintFor } from './paint'
import { safe } from './safe'

export const disagreementText = (eyes: SourceVerdict[] | undefined, view: View): string[] =>
  (eyes ?? []).map(({ source, status, says }) =>
    paintFor(view).dim(`${`${WORDS[source]}:`.padEnd(11)} ${status}${says ? `, ${safe(says)}` : ''}`),
  )

const WORDS: Record<SourceVerdict['source'], string> = {
  migrations: 'migrations',
  replay: 'replay',
  database: 'database',
  none: 'migrations',
}
