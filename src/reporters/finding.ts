/** One finding as a reader sees it: what, where with the line itself, the evidence, what to do. */

import type { Finding, View } from '../types'
import { paintFor, severityPaint } from './paint'
import { placeOf, sourceLine } from './place'
import { safe } from './safe'

export function findingText(finding: Finding, view: View): string {
  const paint = paintFor(view)
  const { message, hint, origin, evidence, severity } = finding
  const source = sourceLine(origin, view)
  return [
    severityPaint(paint, severity)(safe(message)),
    paint.cyan(placeOf(origin, view)),
    source && paint.dim(`  ${source}`),
    evidence && `${paint.cyan(placeOf(evidence.at, view))} ${paint.dim(safe(evidence.says))}`,
    safe(hint),
  ]
    .filter(Boolean)
    .join('\n')
}

export const indented = (text: string, by = '  '): string => text.replace(/^(?=.)/gm, by)
