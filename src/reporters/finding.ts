/** Formats one finding: the message, the place with its line, the evidence, and what to do. */

import type { Finding, View } from '../types'
import { paintFor, severityPaint } from './paint'
import { placeOf, sourceLine } from './place'
import { safe, safeLine } from './safe'
import { wrapped } from './wrap'

export function findingText(finding: Finding, view: View): string {
  const paint = paintFor(view)
  const { message, hint, origin, modelAt, evidence, severity, model, afterwards = [] } = finding
  const prose = (text: string) => wrapped(text, { ...view, width: view.width - 2 })
  const source = sourceLine(origin, view)
  return [
    severityPaint(paint, severity)(prose(safe(message))),
    paint.cyan(placeOf(origin, view)),
    source && paint.dim(`  ${source}`),
    modelAt &&
      modelAt.file !== origin.file &&
      `${paint.cyan(placeOf(modelAt, view))} ${paint.dim(`${safeLine(model ?? 'the model')} is defined here`)}`,
    evidence && prose(`${paint.cyan(placeOf(evidence.at, view))} ${paint.dim(safe(evidence.says))}`),
    ...afterwards.map(({ says }) => paint.yellow(prose(safe(says)))),
    prose(safe(hint)),
  ]
    .filter(Boolean)
    .join('\n')
}

export const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')
