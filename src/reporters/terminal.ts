/** Reports for people: findings grouped by rule, the written files, and a summary. */

import type { Check, Finding, Outcome, Reporter, RunOutcome, SetupOutcome, View } from '../types'
import { adviceText } from './advice'
import { checksText } from './checks'
import { diagnosesText } from './diagnosis'
import { doubtsText, unheardText } from './doubts'
import { groupsText } from './groups'
import { hazardsText } from './hazards'
import { type Paint, paintFor } from './paint'
import { relative } from './place'
import { safe, safeLine } from './safe'
import { notedIn, summary } from './summary'
import { traceText } from './trace'
import { unifiedDiff } from './unified-diff'
import { wrapped } from './wrap'

export const terminal: Reporter = {
  name: 'terminal',
  report: (outcome, view) =>
    isSilent(outcome, view)
      ? ''
      : `${sections(outcome, view, paintFor(view)).filter(Boolean).join('\n\n')}\n`,
}

export const asked = (checks: Check[], { quiet }: View): Check[] =>
  quiet ? checks.filter(({ state }) => state === 'failed') : checks

/** With --quiet nothing is said where nothing is left to do and nothing was written. */
export function isSilent(outcome: Outcome, { quiet }: View): boolean {
  if (!quiet || outcome.exitCode !== 0 || outcome.command === 'why' || outcome.command === 'diagnose')
    return false
  return outcome.command !== 'run' || !(outcome.written.length || outcome.planned?.length)
}

function sections(outcome: Outcome, view: View, paint: Paint): string[] {
  switch (outcome.command) {
    case 'diagnose':
      return diagnosesText(outcome, view)
    case 'why':
      return outcome.models.map((judged) => traceText(judged, view))
    case 'init':
      return [
        ...(outcome.planned.length && view.dryRun ? [unifiedDiff(outcome.planned, view)] : []),
        ...checksText(outcome, outcome.checks, view),
        closing(outcome, [], view),
      ]
    case 'rollback':
    case 'doctor':
      return [...checksText(outcome, asked(outcome.checks, view), view), closing(outcome, [], view)]
    case 'verify':
    case 'deploy':
      return [...checksText(outcome, asked(outcome.checks, view), view), ...verdicts(outcome, view)]
    case 'check':
      return [...checksText(outcome, [], view), ...verdicts(outcome, view)]
    case 'run':
      return [
        ...checksText(outcome, [], view),
        ...(outcome.planned?.length && view.dryRun ? [unifiedDiff(outcome.planned, view)] : []),
        ...hazardsText(outcome.hazards ?? [], view),
        ...verdicts(outcome, view, written(outcome, view, paint)),
      ]
  }
}

type Judging = Exclude<Outcome, SetupOutcome | { command: 'why' | 'diagnose' }>

/** The remaining findings and the summary. */
const verdicts = (outcome: Judging, view: View, done: string[] = []): string[] => [
  ...groupsText(outcome.findings.filter(isLeft(outcome)), outcome.models, view),
  ...groupsText(view.quiet ? [] : notedIn(outcome).filter(isLeft(outcome)), outcome.models, view),
  ...(view.quiet
    ? []
    : doubtsText(
        { ...outcome, models: outcome.models.filter(({ finding }) => !finding || isLeft(outcome)(finding)) },
        view,
      )),
  ...('advice' in outcome ? adviceText(outcome.advice, view) : []),
  closing(outcome, unheardText(outcome, view), view, summary(outcome), done),
]

/** Notes, the summary, the written files, and the next command to type. */
function closing(
  { notes, next }: Outcome,
  unheard: string[],
  view: View,
  sum?: string,
  done: string[] = [],
): string {
  const paint = paintFor(view)
  return [
    ...(view.quiet ? [] : [...counted(notes), ...unheard]).map((note) =>
      paint.dim(wrapped(safe(note), view)),
    ),
    ...(sum === undefined ? [] : [paint.bold(wrapped(safe(sum), view))]),
    ...(done.length ? ['', ...done] : []),
    ...(next === undefined
      ? []
      : [
          `Next: ${next
            .split('\n')
            .map((line) => paint.cyan(safeLine(line)))
            .join('\n')}`,
        ]),
  ].join('\n')
}

/** Prints repeated notes once, with their number. */
function counted(notes: string[]): string[] {
  return [...new Set(notes)].map((note) => {
    const times = notes.filter((one) => one === note).length
    return times > 1 ? `${note} (${times} times)` : note
  })
}

/** A dry run shows the repair instead of the finding. */
function isLeft(outcome: Judging): (finding: Finding) => boolean {
  if (outcome.command !== 'run' || !outcome.planned?.length) return () => true
  const repaired = outcome.plan?.repaired.map(({ finding }) => finding) ?? []
  return (finding) => !repaired.includes(finding)
}

function written({ plan, written, planned, toCommit }: RunOutcome, view: View, paint: Paint): string[] {
  const says = plan?.repaired.map((repaired) => paint.dim(safe(repaired.says))) ?? []
  const files = written.map(({ kind, file, backup }) => {
    const kept = backup ? paint.dim(`  (as it was: ${safe(relative(view.cwd, backup))})`) : ''
    return `${paint.green(kind === 'migration' ? 'new    ' : 'changed')}  ${safe(relative(view.cwd, file))}${kept}`
  })
  const dry = planned?.length && view.dryRun ? ['Nothing was written: this is a dry run.'] : []
  const staging = toCommit === undefined ? [] : [`To commit: ${paint.cyan(safeLine(toCommit))}`]
  return [...(files.length || dry.length ? says : []), ...files, ...staging, ...dry]
}
