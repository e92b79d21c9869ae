/** Formats `diagnose`: each error with its model, the place, the cause and the commands to type. */

import type { DiagnoseOutcome, Diagnosis, Suspect, View } from '../types'
import { findingText, indented } from './finding'
import { type Paint, paintFor } from './paint'
import { placeOf, sourceLine } from './place'
import { safe } from './safe'
import { count } from './summary'
import { wrapped } from './wrap'

export function diagnosesText(outcome: DiagnoseOutcome, view: View): string[] {
  const paint = paintFor(view)
  const { diagnoses } = outcome
  const unreadable = outcome.findings.filter(({ rule }) => rule === 'unreadable')
  const notes = outcome.notes.map((note) => paint.dim(safe(note)))
  return [
    ...diagnoses.map((one) => diagnosisText(one, view, paint)),
    ...unreadable.map((finding) => findingText(finding, view)),
    [...notes, paint.bold(summary(diagnoses))].join('\n'),
  ]
}

function diagnosisText({ report, suspects, because, at }: Diagnosis, view: View, paint: Paint): string {
  const times = report.count > 1 ? paint.dim(` (${report.count} times)`) : ''
  const shown = suspects.length > MANY ? suspects.filter(({ cause }) => cause !== 'not-migrated') : suspects
  const listed = shown.length ? shown.slice(0, MANY) : suspects.slice(0, MANY)
  const left = suspects.length - listed.length
  return [
    `${paint.red(safe(report.says))}${times}`,
    indented([safe(because), at && `${paint.cyan(placeOf(at, view))}`].filter(Boolean).join('\n')),
    ...listed.map((one) => indented(suspectText(one, view, paint))),
    ...(left ? [indented(`${count(left, 'more model')}, all in --format json.`)] : []),
  ].join('\n\n')
}

/** The maximum of suspects shown; beyond it, those whose column a migration makes are dropped first. */
const MANY = 5

function suspectText(
  { judged, cause, says, evidence, todo, commands }: Suspect,
  view: View,
  paint: Paint,
): string {
  const { name, origin, paranoidAt } = judged.model
  const at = paranoidAt ?? origin
  const source = sourceLine(at, view)
  const [first, ...others] = commands
  const prose = (text: string) => wrapped(text, { ...view, width: view.width - 2 })
  return [
    `${paint.bold(safe(typeof name === 'string' ? name : name.text))}  ${paint.bold(cause)}`,
    ...says.filter(Boolean).map((one) => prose(safe(one))),
    paint.cyan(placeOf(at, view)),
    source && paint.dim(`  ${source}`),
    evidence && `${paint.cyan(placeOf(evidence.at, view))} ${paint.dim(safe(evidence.says))}`,
    todo && prose(safe(todo)),
    first && `Next: ${paint.cyan(safe(first))}`,
    ...others.map((one) => `Or: ${paint.cyan(safe(one))}`),
  ]
    .filter(Boolean)
    .join('\n')
}

function summary(diagnoses: Diagnosis[]): string {
  if (!diagnoses.length) return 'No error of soft delete in the text.'
  const identified = diagnoses.filter(({ suspects }) => suspects.length === 1).length
  const share = identified === diagnoses.length ? '' : `; of ${identified} the model is known`
  return `${count(diagnoses.length, 'error')} in the text${share}.`
}
