/** For people: findings grouped by rule, what was written, one line in sum. */

import type { Finding, Outcome, Reporter, Rule, View } from '../types'
import { adviceText } from './advice'
import { checksText } from './checks'
import { diagnosesText } from './diagnosis'
import { eyesText } from './eyes'
import { findingText, indented } from './finding'
import { hazardsText } from './hazards'
import { type Paint, paintFor } from './paint'
import { placeOf, relative } from './place'
import { safe } from './safe'
import { doubts, summary, withStatus } from './summary'
import { traceText } from './trace'
import { unifiedDiff } from './unified-diff'

export const terminal: Reporter = {
  name: 'terminal',
  report(outcome, view) {
    const paint = paintFor(view)
    if (outcome.diagnoses) return `${diagnosesText(outcome, outcome.diagnoses, view).join('\n\n')}\n`
    const parts =
      outcome.command === 'why'
        ? outcome.models.map((judged) => traceText(judged, view))
        : [
            ...checksText(outcome, view),
            ...(outcome.planned?.length && view.dryRun ? [unifiedDiff(outcome.planned, view)] : []),
            ...written(outcome, view, paint),
            ...hazardsText(outcome.hazards ?? [], view),
            ...groups(unrepaired(outcome), outcome, view, paint),
            ...(outcome.unjudged ? [] : undecided(outcome, view, paint)),
            ...adviceText(outcome.advice, view),
            [
              ...notes(outcome, paint),
              ...(outcome.unjudged ? [] : [paint.bold(summary(outcome))]),
              ...next(outcome, paint),
            ].join('\n'),
          ]
    return `${parts.filter(Boolean).join('\n\n')}\n`
  },
}

/** A dry run shows the repair instead of the finding. */
const unrepaired = ({ findings, plan, planned }: Outcome): Finding[] => {
  const repaired = planned?.length ? (plan?.repaired.map(({ finding }) => finding) ?? []) : []
  return findings.filter((finding) => !repaired.includes(finding))
}

/** Rules in the order of their weight. */
const ORDER: Rule[] = [
  'unreadable',
  'missing-column',
  'misnamed-column',
  'missing-table',
  'pending',
  'wrong-type',
  'broken-paranoid',
  'inert-paranoid',
  'undecided',
  'unproven',
]

function groups(findings: Finding[], { models }: Outcome, view: View, paint: Paint): string[] {
  const eyesOf = (finding: Finding) => models.find((one) => one.finding === finding)?.eyes
  const told = (finding: Finding) =>
    [findingText(finding, view), ...eyesText(eyesOf(finding), view)].join('\n')
  return ORDER.flatMap((rule) => {
    const its = findings.filter((finding) => finding.rule === rule)
    if (!its.length) return []
    const heading = `${paint.bold(rule)} ${paint.dim(`(${its.length})`)}`
    return [[heading, ...its.map((finding) => indented(told(finding)))].join('\n\n')]
  })
}

function written({ plan, written, planned }: Outcome, view: View, paint: Paint): string[] {
  const says = plan?.repaired.map((repaired) => `  ${paint.dim(safe(repaired.says))}`) ?? []
  const files = written.map(({ kind, file, backup }) => {
    const kept = backup ? paint.dim(`  (as it was: ${relative(view.cwd, backup)})`) : ''
    return `${paint.green(kind === 'migration' ? 'new    ' : 'changed')}  ${safe(relative(view.cwd, file))}${kept}`
  })
  const dry = planned?.length && view.dryRun ? ['Nothing was written: this is a dry run.'] : []
  const lines = [...files, ...(files.length || dry.length ? says : []), ...dry]
  return lines.length ? [lines.join('\n')] : []
}

/** Undecided models are told in two lines each, also where they do not count as findings. */
function undecided({ models, findings }: Outcome, view: View, paint: Paint): string[] {
  const its = withStatus(models, 'undecided').flatMap(({ finding }) =>
    finding && !findings.includes(finding) ? [finding] : [],
  )
  if (!its.length) return []
  const lines = its.map(({ message, evidence, origin }) =>
    indented(`${paint.yellow(safe(message))}\n${paint.cyan(placeOf(evidence?.at ?? origin, view))}`),
  )
  return [[`${paint.bold('undecided')} ${paint.dim(`(${its.length})`)}`, ...lines].join('\n\n')]
}

const NEXT = 'Next: '

const notes = (outcome: Outcome, paint: Paint): string[] =>
  [
    ...outcome.notes.filter((note) => !note.startsWith(NEXT)),
    ...(outcome.unjudged ? [] : doubts(outcome)),
  ].map((note) => paint.dim(safe(note)))

const next = (outcome: Outcome, paint: Paint): string[] =>
  outcome.notes
    .filter((note) => note.startsWith(NEXT))
    .map((note) => `${NEXT}${paint.cyan(safe(note.slice(NEXT.length)))}`)
