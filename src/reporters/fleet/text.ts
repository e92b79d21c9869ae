/** A fleet for people at a terminal: a row for each project that is not proven, and the line in sum. */

import type { FleetReporter } from '../../types'
import { paintFor } from '../paint'
import { safe, safeLine } from '../safe'
import { aligned, wrapped } from '../wrap'
import { fleetSummary, STATES } from './words'

/** So many projects are listed. */
const SHOWN = 20

export const text: FleetReporter = {
  name: 'terminal',
  report(fleet, view) {
    const paint = paintFor({ ...view, dryRun: false, line: () => undefined })
    const all = fleet.reports.filter(({ state }) => state === 'findings' || state === 'unproven')
    const shown = all.slice(0, view.most ?? SHOWN)
    const rows = shown.map(({ name, state, findings, proven, paranoid }) => [
      safeLine(name),
      state === 'findings' ? paint.red(String(findings)) : '0',
      `${proven} of ${paranoid}`,
      paint.dim(STATES[state]),
    ])
    const [heading = '', ...lines] = rows.length
      ? aligned([['project', 'findings', 'proven', ''], ...rows])
      : []
    return `${[
      ...(lines.length ? [paint.dim(heading), ...lines] : []),
      ...(all.length > shown.length
        ? [paint.dim(`and ${all.length - shown.length} more; --format html has all`)]
        : []),
      ...(lines.length ? [''] : []),
      ...fleet.faults.map(({ file, says }) => paint.yellow(wrapped(safe(`${file}: ${says}`), view))),
      ...fleet.notes.map((note) => paint.dim(wrapped(safe(note), view))),
      paint.bold(wrapped(fleetSummary(fleet), view)),
    ].join('\n')}\n`
  },
}
