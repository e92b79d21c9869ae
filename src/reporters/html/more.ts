/** The other parts of an outcome: checks, hazards, advice, diagnoses, rules, changes, and notes. */

import type { Judged, Outcome, View } from '../../types'
import { tableText } from '../../values'
import { placeOf, relative } from '../place'
import { unifiedDiff } from '../unified-diff'
import { html, type Markup, type Part } from './markup'
import { badge, type Level, levelOf } from './words'

const section = (title: string, items: Part[]): Markup | undefined =>
  items.length
    ? html`<section><h2>${title} <span class="count">${items.length}</span></h2><ul class="plain">${items.map((one) => html`<li>${one}</li>`)}</ul></section>`
    : undefined

const STATES: Record<string, Level> = { ok: 'ok', failed: 'error', skipped: 'warning', note: 'note' }

/** What stands before the findings: it was asked for by the command. */
export function before(outcome: Outcome, view: View): (Markup | undefined)[] {
  switch (outcome.command) {
    case 'diagnose':
      return [
        section(
          'Errors in the text',
          outcome.diagnoses.map(({ report, because, suspects }) => [
            html`<b>${report.says}</b> ${because}`,
            suspects.map(
              ({ judged, cause, says, commands }) =>
                html`<br>${badge('error', cause)} ${nameOf(judged)} ${says.join(' ')} ${commands.map((one) => html`<code>${one}</code> `)}`,
            ),
          ]),
        ),
      ]
    case 'why':
      return outcome.models.map(rules(view))
    case 'check':
      return []
    case 'run':
      return [
        section(
          'Written',
          outcome.written.map(({ kind, file, backup }) => [
            html`${kind === 'migration' ? 'new' : 'changed'} <code>${relative(view.cwd, file)}</code>`,
            backup !== undefined && html`, as it was in <code>${relative(view.cwd, backup)}</code>`,
          ]),
        ),
        view.dryRun && outcome.planned?.length
          ? html`<section><h2>Changes</h2><div class="card"><pre class="diff" tabindex="0">${unifiedDiff(outcome.planned, { ...view, color: false })}</pre></div></section>`
          : undefined,
        section(
          'What else changes once paranoid is off',
          (outcome.hazards ?? []).map(
            ({ says, at, text }) =>
              html`${says} <code>${placeOf(at, view)}</code> <code>${text.trim()}</code>`,
          ),
        ),
      ]
    default:
      return [
        section(
          'Checks',
          outcome.checks.map(
            ({ subject, state, says }) =>
              html`${badge(STATES[state] ?? 'note', state)} <b>${subject}</b> ${says}`,
          ),
        ),
      ]
  }
}

const nameOf = ({ model }: Judged): string => (typeof model.name === 'string' ? model.name : model.name.text)

const rules =
  (view: View) =>
  (judged: Judged): Markup =>
    html`<section><h2>Why ${nameOf(judged)} ${badge(levelOf(judged.status), judged.status)}</h2><ol class="plain">${judged.model.trace.map(
      ({ rule, says, at }) =>
        html`<li><b>${rule}</b> ${says} ${at && html`<code>${placeOf(at, view)}</code>`}</li>`,
    )}</ol></section>`

/** What stands behind the models. */
export const behind = (outcome: Outcome, view: View): (Markup | undefined)[] => [
  section(
    'Advice',
    ('advice' in outcome ? (outcome.advice ?? []) : []).map(({ table, message, hint, sql, at }) => [
      html`<b>${tableText(table)}</b> ${message} ${hint} <code>${placeOf(at, view)}</code>`,
      sql !== undefined && html`<pre class="diff" tabindex="0">${sql}</pre>`,
    ]),
  ),
  section(
    'Files that told nothing',
    [...outcome.unheard.migrations, ...outcome.unheard.models].map(
      ({ file, reason }) => html`<code>${relative(view.cwd, file)}</code> ${reason}`,
    ),
  ),
  section('Notes', [...new Set(outcome.notes)]),
]
