/** Finds columns that the database lacks although the migrations add them. */

import path from 'node:path'
import type { Judged } from '../types'
import { pending } from './findings'

const LACKING = new Set(['missing-column', 'missing-table', 'misnamed-column'])

/**
 * @param seen the models judged by the database
 * @param waiting the same models in the same order, judged by the migrations that have not run there
 * @param written the same models in the same order, judged by all migrations
 */
export function withPending(seen: Judged[], waiting: Judged[], written: Judged[]): Judged[] {
  return seen.map((judged, index) => {
    if (!LACKING.has(judged.status)) return judged
    const [waits, made] = [evidenceOf(waiting[index]), evidenceOf(written[index])]
    return waits ? pending(judged.model, waits) : made ? undone(judged, made) : judged
  })
}

const evidenceOf = (judged: Judged | undefined): Judged['evidence'] =>
  judged?.status === 'ok' ? judged.evidence : undefined

const stem = (file: string): string => path.win32.basename(file).replace(/\.[cm]?[jt]s$/, '')

/** Compares names without extensions, because some runners record them so. */
export const hasRun = (file: string, ran: string[] | undefined): boolean =>
  ran?.some((name) => stem(name) === stem(file)) ?? false

/** The migration has run, but its column has been removed since. */
function undone(judged: Judged, { at }: NonNullable<Judged['evidence']>): Judged {
  const says = 'this migration adds it and is noted as run, so it was taken away since'
  return { ...judged, finding: judged.finding && { ...judged.finding, evidence: { at, says } } }
}
