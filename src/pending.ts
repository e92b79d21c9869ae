/** Two eyes side by side: what the database lacks although the migrations make it. */

import { pending } from './findings'
import type { Judged } from './types'

const LACKING = new Set(['missing-column', 'missing-table', 'misnamed-column'])

/**
 * @param seen the models, judged by the database
 * @param written the same models in the same order, judged by the migrations
 * @param ran names of the migrations that the database notes as run; undefined: it keeps no such list
 */
export function withPending(seen: Judged[], written: Judged[], ran: string[] | undefined): Judged[] {
  return seen.map((judged, index) => {
    const { status, evidence } = written[index] as Judged
    if (!LACKING.has(judged.status) || status !== 'ok' || !evidence) return judged
    return hasRun(evidence.at.file, ran) ? undone(judged, evidence) : pending(judged.model, evidence)
  })
}

const stem = (file: string): string =>
  file
    .split(/[\\/]/)
    .pop()!
    .replace(/\.[cm]?[jt]s$/, '')

/** Some runners note the name without its ending. */
export const hasRun = (file: string, ran: string[] | undefined): boolean =>
  ran?.some((name) => stem(name) === stem(file)) ?? false

/** It ran, and what it made is gone again. */
function undone(judged: Judged, { at }: NonNullable<Judged['evidence']>): Judged {
  const says = 'this migration adds it and is noted as run, so it was taken away since'
  return { ...judged, finding: judged.finding && { ...judged.finding, evidence: { at, says } } }
}
