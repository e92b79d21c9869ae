/** Says which findings a repair left alone because somebody has accepted them. */

import path from 'node:path'
import type { Finding, Looked } from '../types'

/** The number of places that are named. */
const NAMED = 3

export function leftAlone({ accepted = [], project }: Looked): string[] {
  const comments = accepted.flatMap((finding): [Finding, string][] => {
    const at = finding.accepted?.at
    if (!at) return []
    return [[finding, `${path.relative(project.root, at.file).split(path.sep).join('/')}:${at.line}`]]
  })
  const named = comments.slice(0, NAMED).map(([{ model }, place]) => `${model} (${place})`)
  const more = comments.length - named.length
  return named.length
    ? [
        `Left alone, for a comment accepts the finding: ${named.join(', ')}${more ? ` and ${more} more` : ''}.`,
      ]
    : []
}
