/** Reports for editors and grep: one line per finding, `file:line:column: severity rule message`, and the summary. */

import type { Finding, Outcome, Reporter, Unheard, View } from '../types'
import { listed } from './listed'
import { relative } from './place'
import { safeLine } from './safe'
import { summary } from './summary'
import { asked, isSilent, terminal } from './terminal'

export const compact: Reporter = {
  name: 'compact',
  report(outcome, view) {
    switch (outcome.command) {
      case 'check':
      case 'run':
      case 'verify':
      case 'deploy':
        return isSilent(outcome, view) ? '' : `${linesOf(outcome, view).join('\n')}\n`
      default:
        return terminal.report(outcome, view)
    }
  },
}

/** Also lists undecided and unproven models that do not count as findings, if it need not be quiet. */
const linesOf = (outcome: Outcome, view: View): string[] => [
  ...(view.quiet ? outcome.findings : listed(outcome)).map((finding) => lineOf(finding, view)),
  ...(view.quiet ? [] : [...outcome.unheard.migrations, ...outcome.unheard.models]).map((one) =>
    unheardLine(one, view),
  ),
  ...('checks' in outcome
    ? asked(outcome.checks, view).map(({ subject, state, says }) => safeLine(`${subject}: ${state} ${says}`))
    : []),
  ...(outcome.command === 'run' ? outcome.written : []).map(({ kind, file }) =>
    safeLine(`${relative(view.cwd, file)}:1:1: note written ${kind}`),
  ),
  safeLine(summary(outcome)),
  ...(outcome.next === undefined ? [] : [safeLine(`Next: ${outcome.next}`)]),
]

const lineOf = ({ rule, severity, message, origin }: Finding, { cwd }: View): string =>
  safeLine(`${relative(cwd, origin.file)}:${origin.line}:${origin.column}: ${severity} ${rule} ${message}`)

const unheardLine = ({ file, line = 1, reason }: Unheard, { cwd }: View): string =>
  safeLine(`${relative(cwd, file)}:${line}:1: warning unheard ${reason}`)
