/** For people: findings grouped by rule, what was written, one line in sum. */

import type { Finding, Outcome, Reporter, Rule, RunOutcome, SetupOutcome, View } from '../types'
import { adviceText } from './advice'
import { checksText } from './checks'
import { diagnosesText } from './diagnosis'
import { doubtsText, unheardText } from './doubts'
import { eyesText } from './eyes'
import { findingText, indented } from './finding'
import { hazardsText } from './hazards'
import { type Paint, paintFor } from './paint'
import { relative } from './place'
import { safe } from './safe'
import { summary } from './summary'
import { traceText } from './trace'
import { unifiedDiff } from './unified-diff'

export const terminal: Reporter = {
  name: 'terminal',
  report: (outcome, view) => `${sections(outcome, view, paintFor(view)).filter(Boolean).join('\n\n')}\n`,
}

function sections(outcome: Outcome, view: View, paint: Paint): string[] {
  switch (outcome.command) {
    case 'diagnose':
      return diagnosesText(outcome, view)
    case 'why':
      return outcome.models.map((judged) => traceText(judged, view))
    case 'rollback':
    case 'doctor':
      return [...checksText(outcome, outcome.checks, view), closing(outcome, [], paint)]
    case 'verify':
    case 'deploy':
      return [...checksText(outcome, outcome.checks, view), ...verdicts(outcome, view, paint)]
    case 'check':
      return [...checksText(outcome, [], view), ...verdicts(outcome, view, paint)]
    case 'run':
      return [
        ...checksText(outcome, [], view),
        ...(outcome.planned?.length && view.dryRun ? [unifiedDiff(outcome.planned, view)] : []),
        ...hazardsText(outcome.hazards ?? [], view),
        ...verdicts(outcome, view, paint, written(outcome, view, paint)),
      ]
  }
}

type Judging = Exclude<Outcome, SetupOutcome | { command: 'why' | 'diagnose' }>

/** What is left to do, and how it stands. */
const verdicts = (outcome: Judging, view: View, paint: Paint, done: string[] = []): string[] => [
  ...groups(outcome.findings.filter(isLeft(outcome)), outcome, view, paint),
  ...doubtsText(
    { ...outcome, models: outcome.models.filter(({ finding }) => !finding || isLeft(outcome)(finding)) },
    view,
  ),
  ...('advice' in outcome ? adviceText(outcome.advice, view) : []),
  closing(outcome, unheardText(outcome, view), paint, summary(outcome), done),
]

/** Notes, the line in sum, what was written, and the command to type next. */
function closing(
  { notes, next }: Outcome,
  unheard: string[],
  paint: Paint,
  sum?: string,
  done: string[] = [],
): string {
  return [
    ...[...notes, ...unheard].map((note) => paint.dim(safe(note))),
    ...(sum === undefined ? [] : [paint.bold(sum)]),
    ...(done.length ? ['', ...done] : []),
    ...(next === undefined ? [] : [`Next: ${paint.cyan(safe(next))}`]),
  ].join('\n')
}

/** A dry run shows the repair instead of the finding. */
function isLeft(outcome: Judging): (finding: Finding) => boolean {
  if (outcome.command !== 'run' || !outcome.planned?.length) return () => true
  const repaired = outcome.plan?.repaired.map(({ finding }) => finding) ?? []
  return (finding) => !repaired.includes(finding)
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

function groups(findings: Finding[], { models }: Judging, view: View, paint: Paint): string[] {
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

function written({ plan, written, planned }: RunOutcome, view: View, paint: Paint): string[] {
  const says = plan?.repaired.map((repaired) => paint.dim(safe(repaired.says))) ?? []
  const files = written.map(({ kind, file, backup }) => {
    const kept = backup ? paint.dim(`  (as it was: ${relative(view.cwd, backup)})`) : ''
    return `${paint.green(kind === 'migration' ? 'new    ' : 'changed')}  ${safe(relative(view.cwd, file))}${kept}`
  })
  const dry = planned?.length && view.dryRun ? ['Nothing was written: this is a dry run.'] : []
  return [...(files.length || dry.length ? says : []), ...files, ...dry]
}
