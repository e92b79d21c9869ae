/** A fleet in Markdown: the projects with findings, each with its rules. */

import type { FleetReport, FleetReporter } from '../../types'
import { inText } from '../markdown'
import { fleetSummary } from './words'

/** So many projects are listed; the others are counted. */
const SHOWN = 100

export const markdown: FleetReporter = {
  name: 'markdown',
  report(fleet, { most }) {
    const failing = fleet.reports.filter(({ findings }) => findings)
    const shown = failing.slice(0, most ?? SHOWN)
    return `${[
      '## deletedat-codemod: all projects',
      '',
      inText(fleetSummary(fleet)),
      ...(fleet.rules.length
        ? [
            '',
            '| rule | findings |',
            '|---|---|',
            ...fleet.rules.map(([rule, number]) => `| ${inText(rule)} | ${number} |`),
          ]
        : []),
      ...(shown.length
        ? ['', '| project | findings | proven | models |', '|---|---|---|---|', ...shown.map(row)]
        : []),
      ...(failing.length > shown.length ? ['', `And ${failing.length - shown.length} more.`] : []),
      ...(fleet.faults.length
        ? ['', 'Not read:', '', ...fleet.faults.map(({ file, says }) => `- ${inText(file)}: ${inText(says)}`)]
        : []),
    ].join('\n')}\n`
  },
}

/** Names of models in a row. */
const NAMES = 8

function row({ name, findings, proven, paranoid, all }: FleetReport): string {
  const models = [...new Set(all.map(({ model, file }) => model ?? file))]
  const left = models.length - NAMES
  const names = models.slice(0, NAMES).map(inText).join(', ')
  return `| ${inText(name)} | ${findings} | ${proven} of ${paranoid} | ${names}${left > 0 ? ` and ${left} more` : ''} |`
}
