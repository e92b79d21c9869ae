/** Reports for GitHub Actions: one annotation per finding, and the summary. */

import type { Finding, Reporter, View } from '../types'
import { listed } from './listed'
import { relative } from './place'
import { safe } from './safe'
import { summary } from './summary'

export const github: Reporter = {
  name: 'github',
  report: (outcome, view) =>
    `${[...listed(outcome).map((finding) => annotation(finding, view)), safe(summary(outcome))].join('\n')}\n`,
}

const LEVELS: Record<Finding['severity'], string> = { error: 'error', warning: 'warning', note: 'notice' }

function annotation({ rule, severity, message, hint, origin }: Finding, { cwd }: View): string {
  const fields = { file: relative(cwd, origin.file), line: origin.line, col: origin.column, title: rule }
  const shown = Object.entries(fields).map(([name, value]) => `${name}=${inField(safe(String(value)))}`)
  return `::${LEVELS[severity]} ${shown.join(',')}::${inText(safe(`${message}\n${hint}`))}`
}

const inText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const inField = (text: string): string => inText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
