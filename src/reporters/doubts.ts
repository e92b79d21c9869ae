/** Lists what is not proven: for each cause the number of models, the first place, and what settles it. */

import type { Finding, Judged, Looked, Unheard, View } from '../types'
import { indented } from './finding'
import { grouped } from './grouped'
import { more, most } from './many'
import { paintFor } from './paint'
import { placeOf, relative } from './place'
import { safe, safeLine } from './safe'
import { count, notedIn, withStatus } from './summary'
import { wrapped } from './wrap'

type Doubted = Judged & { finding: Finding }

/** Without those that somebody has accepted. */
export const isDoubted = (judged: Judged): judged is Doubted =>
  judged.finding !== undefined &&
  !judged.finding.accepted &&
  (judged.status === 'undecided' || judged.status === 'unproven')

/** Lists undecided and unproven models that neither the findings nor the notes of the config include. */
export function doubtsText({ models, findings }: Pick<Looked, 'models' | 'findings'>, view: View): string[] {
  const { bold, dim } = paintFor(view)
  const noted = notedIn({ models, findings })
  const doubted = models
    .filter(isDoubted)
    .filter(({ finding }) => !findings.includes(finding) && !noted.includes(finding))
  return (['undecided', 'unproven'] as const).flatMap((status) => {
    const its = withStatus(doubted, status)
    if (!its.length) return []
    return [[`${bold(status)} ${dim(`(${its.length})`)}`, ...causesText(its, view)].join('\n\n')]
  })
}

/** Groups causes that are settled in the same way. */
export const causesText = (models: Doubted[], view: View): string[] =>
  [...grouped(models, ({ finding }) => finding.hint)].map(([hint, its]) => {
    const causes = [...grouped(its, ({ cause, reason }) => cause ?? reason ?? '')]
    const wide = Math.max(...causes.map(([, { length }]) => String(length).length))
    const shown = causes.slice(0, most(view))
    return indented(
      [
        ...shown.map(([cause, alike]) => prose(causeText(cause, alike, wide, view), view)),
        ...more(causes.length - shown.length, view),
        paintFor(view).dim(prose(safe(hint), view)),
      ].join('\n'),
    )
  })

const prose = (text: string, view: View): string => wrapped(text, { ...view, width: view.width - 2 })

function causeText(cause: string, alike: Doubted[], wide: number, view: View): string {
  const { yellow, cyan } = paintFor(view)
  const [first] = alike
  if (!first) return ''
  const { finding } = first
  const place = cyan(placeOf(finding.evidence?.at ?? finding.origin, view))
  if (alike.length === 1) return `${yellow(safe(finding.message))}  ${place}`
  return `${String(alike.length).padStart(wide)}  ${yellow(safe(cause))}  ${place} (${safeLine(finding.model ?? '')})`
}

/** Files that should contain a model or an operation and contain none. */
export function unheardText({ unheard, history, files }: Looked, view: View): string[] {
  return [
    ...unheardLines(unheard.migrations, count(history, 'migration'), view),
    ...unheardLines(unheard.models, count(files, 'model file'), view),
  ]
}

const unheardLines = (unheard: Unheard[], of: string, view: View): string[] =>
  [...grouped(unheard, ({ reason }) => reason)].map(([reason, its]) => {
    const { file = '', line } = its[0] ?? {}
    const place = relative(view.cwd, file) + (line === undefined ? '' : `:${line}`)
    return `${its.length} of ${of} told nothing: ${reason}, first ${place}.`
  })
