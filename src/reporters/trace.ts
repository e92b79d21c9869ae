/** Formats `why`: a model's rules in the order of their application, each with its place. */

import type { Finding, Judged, Unknown, View } from '../types'
import { disagreementText } from './disagreement'
import { indented } from './finding'
import { paintFor } from './paint'
import { placeOf, relative } from './place'
import { safe, safeLine } from './safe'
import { hanging, wrapped } from './wrap'

export function traceText(judged: Judged, view: View): string {
  const paint = paintFor(view)
  const { model, status, reason, finding, evidence } = judged
  const narrow = { ...view, width: view.width - 2 }
  const wide = Math.max(0, ...model.trace.map(({ rule }) => rule.length))
  const steps = model.trace.map(({ rule, says, at }) => {
    const place = at ? `  ${paint.cyan(placeOf(at, view))}` : ''
    return hanging(`${paint.dim(rule.padEnd(wide))}  `, `${safe(says)}${place}`, narrow)
  })
  const seen =
    evidence &&
    `Seen in the migrations: ${safe(evidence.operation)}  ${paint.cyan(placeOf(evidence.at, view))}${evidence.from === undefined ? '' : `, from ${paint.cyan(safeLine(relative(view.cwd, evidence.from)))}`}`
  return [
    `${paint.bold(safe(text(model.name)))}  ${paint.cyan(placeOf(model.origin, view))}`,
    indented([...steps, ...(seen ? [seen] : [])].join('\n')),
    indented(
      [
        wrapped(`${paint.bold(status)}${verdict(finding?.message ?? reason)}`, narrow),
        ...acceptedBy(finding, view),
        ...disagreementText(judged.eyes, view),
      ].join('\n'),
    ),
  ].join('\n')
}

const BY = { comment: 'a comment', baseline: 'the baseline', config: 'the config' }

function acceptedBy(finding: Finding | undefined, view: View): string[] {
  if (!finding?.accepted) return []
  const { by, reason, at } = finding.accepted
  const place = at ? `  ${paintFor(view).cyan(placeOf(at, view))}` : ''
  return [wrapped(`Accepted by ${BY[by]}: ${safe(reason)}${place}`, view)]
}

const text = (name: string | Unknown): string => (typeof name === 'string' ? name : name.text)

const verdict = (says: string | undefined): string => (says ? `: ${safe(says)}` : '')
