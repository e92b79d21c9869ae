/** Reports for GitHub Actions: one annotation per finding, and the summary. */

import { helpUri } from '../our-names'
import type { Finding, Outcome, Reporter, View } from '../types'
import { spanOf } from './json-finding'
import { listed } from './listed'
import { safe } from './safe'
import { summary } from './summary'

export const github: Reporter = {
  name: 'github',
  fromRoot: true,
  report: (outcome, view) => `${[...annotations(outcome, view), safe(summary(outcome))].join('\n')}\n`,
}

export const annotations = (outcome: Outcome, view: View): string[] =>
  listed(outcome).map((finding) => annotation(finding, view))

const LEVELS: Record<Finding['severity'], string> = { error: 'error', warning: 'warning', note: 'notice' }

function annotation({ rule, severity, message, hint, origin }: Finding, view: View): string {
  const { file, line, column, ...end } = spanOf(origin, view)
  const fields = { file, line, ...end, col: column, title: rule }
  const shown = Object.entries(fields).map(([name, value]) => `${name}=${inField(safe(String(value)))}`)
  return `::${LEVELS[severity]} ${shown.join(',')}::${inText(safe(`${message}\n${hint}\n${helpUri(rule)}`))}`
}

const inText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const inField = (text: string): string => inText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
