/** Shows the verdict of each kind of evidence on a model, if they disagree. */

import type { Sight, View } from '../types'
import { paintFor } from './paint'
import { safe } from './safe'

export const eyesText = (eyes: Sight[] | undefined, view: View): string[] =>
  (eyes ?? []).map(({ source, status, says }) =>
    paintFor(view).dim(`${`${WORDS[source]}:`.padEnd(11)} ${status}${says ? `, ${safe(says)}` : ''}`),
  )

const WORDS: Record<Sight['source'], string> = {
  migrations: 'migrations',
  replay: 'replay',
  database: 'database',
  none: 'migrations',
}
