/** Formats many findings of a rule: a limited number of rows, then each hint once. */

import type { Finding, Rule, View } from '../types'
import { tableText } from '../values'
import { indented } from './finding'
import { grouped } from './grouped'
import { paintFor, severityPaint } from './paint'
import { placeOf } from './place'
import { safe, safeLine } from './safe'
import { aligned, wrapped } from './wrap'

/** The columns of rules for which names suffice; for other rules a row is the place and the message. */
const COLUMNS: { [rule in Rule]?: [heading: string, cell: (finding: Finding) => string | undefined][] } = {
  'missing-column': [
    ['model', ({ model }) => model ?? undefined],
    ['table', ({ table }) => table && tableText(table)],
    ['column', ({ column }) => column],
  ],
  'misnamed-column': [
    ['model', ({ model }) => model ?? undefined],
    ['table', ({ table }) => table && tableText(table)],
    ['column', ({ column }) => column],
    ['there', ({ found }) => found],
  ],
  'missing-table': [
    ['model', ({ model }) => model ?? undefined],
    ['table', ({ table }) => table && tableText(table)],
  ],
}

export function manyText(rule: Rule, findings: Finding[], view: View): string {
  const { dim } = paintFor(view)
  const shown = findings.slice(0, most(view))
  const hints = [...new Set(findings.map(({ hint }) => safe(hint)))].filter(Boolean)
  const left = hints.length - HINTS
  return indented(
    [
      ...(COLUMNS[rule] ? table(COLUMNS[rule], shown, view) : sentences(shown, view)),
      ...more(findings.length - shown.length, view),
      '',
      ...hints.slice(0, HINTS).map((hint) => wrapped(hint, { ...view, width: view.width - 2 })),
      ...(left > 0 ? [dim(`and ${left} more ways; --format json has all`)] : []),
      ...afterwardsText(findings, view),
    ].join('\n'),
  )
}

/** Problems that remain once the column is added: each sentence once, with its models. */
function afterwardsText(findings: Finding[], view: View): string[] {
  const { yellow } = paintFor(view)
  const all = findings.flatMap(({ model, afterwards = [] }) =>
    afterwards.map(({ says }) => ({ model, says })),
  )
  return [...grouped(all, ({ says }) => says)].map(([says, its]) => {
    const models = its.map(({ model }) => model).join(', ')
    return yellow(wrapped(safe(`${models}: ${says}`), { ...view, width: view.width - 2 }))
  })
}

/** The maximum number of different hints shown. */
const HINTS = 3

export const most = ({ most = 20 }: Pick<View, 'most'>): number => most

/** `and 280 more; --format json has all` */
export const more = (left: number, view: View): string[] =>
  left > 0 ? [paintFor(view).dim(`and ${left} more; --format json has all`)] : []

function table(columns: NonNullable<(typeof COLUMNS)[Rule]>, findings: Finding[], view: View): string[] {
  const { dim, cyan } = paintFor(view)
  const rows = findings.map((finding) => [
    ...columns.map(([, cell]) => safeLine(cell(finding) ?? '-')),
    cyan(place(finding, view)),
  ])
  const [heading = '', ...others] = aligned([[...columns.map(([name]) => name), 'place'], ...rows])
  return [dim(heading), ...others]
}

function sentences(findings: Finding[], view: View): string[] {
  const paint = paintFor(view)
  return aligned(
    findings.map((finding) => [
      paint.cyan(place(finding, view)),
      severityPaint(paint, finding.severity)(safeLine(finding.message)),
    ]),
  )
}

/** For a model that is paranoid by a default: its own place and the place of the default. */
function place({ origin, modelAt }: Finding, view: View): string {
  if (!modelAt || modelAt.file === origin.file) return placeOf(origin, view)
  return `${placeOf(modelAt, view)} (by ${placeOf(origin, view)})`
}
