/** Says which findings a repair left alone because somebody has accepted them. */

import path from 'node:path'
import type { Looked } from '../types'

/** The number of places that are named. */
const NAMED = 3

export function leftAlone({ accepted = [], project }: Looked): string[] {
  const named = accepted.flatMap(({ model, accepted }) =>
    accepted?.at ? `${model} (${place(accepted.at, project.root)})` : [],
  )
  const more = named.length - NAMED
  const old = accepted.filter(({ accepted }) => accepted?.by === 'baseline').length
  return [
    ...(named.length
      ? [
          `Left alone, for a comment accepts the finding: ${named.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
        ]
      : []),
    ...(old === 1
      ? ['Left alone, for the baseline accepts it: 1 finding. --no-baseline repairs it too.']
      : []),
    ...(old > 1
      ? [`Left alone, for the baseline accepts them: ${old} findings. --no-baseline repairs them too.`]
      : []),
  ]
}

const place = ({ file, line }: { file: string; line: number }, root: string): string =>
  `${path.relative(root, file).split(path.sep).join('/')}:${line}`
