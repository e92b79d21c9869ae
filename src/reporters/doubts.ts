/** What is not proven: a line for each cause, with how many models, the first place, and below it what settles it. */

import type { Finding, Judged, Looked, Unheard, View } from '../types'
import { indented } from './finding'
import { paintFor } from './paint'
import { placeOf, relative } from './place'
import { safe } from './safe'
import { count, withStatus } from './summary'

type Doubted = Judged & { finding: Finding }

/** Where they do not count as findings: then they stand among those. */
export function doubtsText({ models, findings }: Looked, view: View): string[] {
  const { bold, dim } = paintFor(view)
  return (['undecided', 'unproven'] as const).flatMap((status) => {
    const its = withStatus(models, status).filter(
      (one): one is Doubted => one.finding !== undefined && !findings.includes(one.finding),
    )
    if (!its.length) return []
    return [[`${bold(status)} ${dim(`(${its.length})`)}`, ...byHint(its, view)].join('\n\n')]
  })
}

/** Causes that are settled the same way stand together. */
const byHint = (models: Doubted[], view: View): string[] =>
  [...grouped(models, ({ finding }) => finding.hint)].map(([hint, its]) => {
    const causes = grouped(its, ({ cause, reason }) => cause ?? reason ?? '')
    const wide = Math.max(...[...causes.values()].map(({ length }) => String(length).length))
    const lines = [...causes].map(([cause, alike]) => causeText(cause, alike, wide, view))
    return indented([...lines, paintFor(view).dim(safe(hint))].join('\n'))
  })

function causeText(cause: string, alike: Doubted[], wide: number, view: View): string {
  const { yellow, cyan } = paintFor(view)
  const [{ finding }] = alike as [Doubted]
  const place = cyan(placeOf(finding.evidence?.at ?? finding.origin, view))
  if (alike.length === 1) return `${yellow(safe(finding.message))}  ${place}`
  return `${String(alike.length).padStart(wide)}  ${yellow(safe(cause))}  ${place} (${safe(finding.model ?? '')})`
}

/** Files that told nothing, though they should. */
export function unheardText({ unheard, history, files }: Looked, view: View): string[] {
  return [
    ...told(unheard.migrations, count(history, 'migration'), view),
    ...told(unheard.models, count(files, 'model file'), view),
  ]
}

const told = (unheard: Unheard[], of: string, view: View): string[] =>
  [...grouped(unheard, ({ reason }) => reason)].map(([reason, its]) => {
    const [{ file, line }] = its as [Unheard]
    const place = relative(view.cwd, file) + (line === undefined ? '' : `:${line}`)
    return `${its.length} of ${of} told nothing: ${reason}, first ${place}.`
  })

function grouped<T>(all: T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one])
  return groups
}
