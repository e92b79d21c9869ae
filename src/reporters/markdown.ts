/** Reports in Markdown, for a comment on a pull request. */

import type { Finding, Outcome, Reporter, View } from '../types'
import { listed } from './listed'
import { placeOf, relative } from './place'
import { safeLine } from './safe'
import { summary } from './summary'
import { unifiedDiff } from './unified-diff'

/** A comment lists at most this many findings; the others are counted. */
const SHOWN = 100

export const markdown: Reporter = {
  name: 'markdown',
  report(outcome, view) {
    const all = listed(outcome)
    const shown = all.slice(0, view.most ?? SHOWN)
    const hints = [...new Set(shown.map(({ hint }) => inText(hint)))].filter(Boolean)
    const left = all.length - shown.length
    return `${[
      '## deletedat-codemod',
      '',
      inText(summary(outcome)),
      ...repairsOf(outcome, view),
      ...(shown.length
        ? ['', '| rule | model | table | place |', '|---|---|---|---|', ...shown.map((one) => row(one, view))]
        : []),
      ...(left > 0 ? ['', `And ${left} more.`] : []),
      ...(hints.length ? ['', ...hints.map((hint) => `- ${hint}`)] : []),
      ...(outcome.next === undefined ? [] : ['', '```sh', safeLine(outcome.next), '```']),
      ...patchOf(outcome, view),
    ].join('\n')}\n`
  },
}

/** What was repaired, or would be, and the files that were written. */
function repairsOf(outcome: Outcome, { cwd }: View): string[] {
  if (outcome.command !== 'run' || !outcome.plan?.repaired.length) return []
  const files = outcome.written.map(({ kind, file }) => {
    const does = kind === 'migration' ? 'new' : 'changed'
    return `- ${does} ${inText(relative(cwd, file))}`
  })
  return ['', ...outcome.plan.repaired.map(({ says }) => `- ${inText(says)}`), ...files]
}

/** The changes of a dry run, folded, in a fence that no line of them can close. */
function patchOf(outcome: Outcome, view: View): string[] {
  if (outcome.command !== 'run' || !view.dryRun || !outcome.planned?.length) return []
  const patch = unifiedDiff(outcome.planned, { ...view, color: false })
  const longest = Math.max(2, ...(patch.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return [
    '',
    '<details><summary>What would be written</summary>',
    '',
    `${fence}diff`,
    patch,
    fence,
    '',
    '</details>',
  ]
}

function row({ rule, model, table, origin }: Finding, view: View): string {
  const name = table && (table.schema ? `${table.schema}.${table.name}` : table.name)
  const place = placeOf(origin, view).replaceAll('`', "'").replaceAll('|', '\\|')
  return `| ${rule} | ${inText(model ?? '')} | ${inText(name ?? '')} | \`${place}\` |`
}

/** Escapes characters that Markdown would take for a tag, a cell, emphasis or a link. */
export const inText = (text: string): string =>
  safeLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|#@]/g, '\\$&')
