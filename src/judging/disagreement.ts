/** Combines the verdicts of several kinds of evidence: the last one counts, and a disagreement shows all. */

import path from 'node:path'
import type { Judged, Schema, SourceVerdict } from '../types'

interface View {
  source: Schema['source']
  /** All views have the same models in the same order. */
  judged: Judged[]
}

/** @param views from the least to the most trusted; at least one */
export function sideBySide(views: View[]): Judged[] {
  const judged = views.at(-1)?.judged ?? []
  if (views.length === 1) return judged
  return judged.map((one, index) => {
    const verdicts = views.map(({ source, judged: its }) => verdictOf(source, its[index] ?? one))
    return new Set(verdicts.map(({ status }) => status)).size === 1 ? one : { ...one, eyes: verdicts }
  })
}

function verdictOf(source: Schema['source'], { status, reason, evidence }: Judged): SourceVerdict {
  const says =
    reason ??
    (evidence && `${evidence.operation} in ${path.win32.basename(evidence.at.file)}:${evidence.at.line}`)
  return { source, status, ...(says && { says }) }
}
