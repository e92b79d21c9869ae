/** Shows every model against each kind of evidence: what it asks for, and what is there. */

import type { Finding, Judged, Outcome, Schema, Status, View } from '../../types'
import { known, tableText } from '../../values'
import { placeOf, relative } from '../place'
import { findingId, numbered } from './findings'
import { timeLine } from './history'
import { html, type Markup } from './markup'
import { badge, columnWords, levelOf, ORDER } from './words'

type Source = Exclude<Schema['source'], 'none'>

const HEADINGS: Record<Source, string> = { migrations: 'Migrations', replay: 'Replay', database: 'Database' }

export function matrixSection(outcome: Outcome, view: View): Markup | undefined {
  const { models } = outcome
  if (!models.length) return undefined
  const findings = numbered(outcome, view)
  const sources = sourcesOf(outcome)
  const sorted = [...models].sort((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status))
  const rows = sorted.map((one, index) => row(one, { index, findings, sources }, view))
  return html`<section data-filtered aria-labelledby="matrix"><h2 id="matrix">Models against ${outcome.evidence === 'none' ? 'nothing, for there are no migrations' : sources.map((one) => HEADINGS[one].toLowerCase()).join(' and ')} <span class="count">${models.length}</span></h2>
<div class="scroll" role="region" aria-label="The matrix, to be scrolled" tabindex="0"><table><caption>Every model, what it asks for, and what is there</caption>
<thead><tr><th scope="col">Model</th><th scope="col">Table</th><th scope="col">Asks for</th>${sources.map((one) => html`<th scope="col">${HEADINGS[one]}</th>`)}<th scope="col">Verdict</th></tr></thead>
<tbody>${rows}</tbody></table></div><p class="empty" hidden>No model fits the filters.</p></section>
${histories(sorted, view)}`
}

/** Those that the models were held against. A kind that always agrees with the last one names itself nowhere. */
function sourcesOf({ models, evidence }: Outcome): Source[] {
  const asked = new Set<Schema['source']>(['migrations', evidence])
  for (const { eyes = [] } of models) for (const { source } of eyes) asked.add(source)
  return (['migrations', 'replay', 'database'] as const).filter((one) => asked.has(one))
}

interface Among {
  index: number
  findings: Map<Finding, number>
  sources: Source[]
}

function row(judged: Judged, { index, findings, sources }: Among, view: View): Markup {
  const { model, status, reason, database, finding, history, evidence } = judged
  const name = typeof model.name === 'string' ? model.name : model.name.text
  const [table, column] = [known(model.table), known<string>(model.column)]
  const file = relative(view.cwd, model.origin.file)
  const at = finding && findings.get(finding)
  const link = at !== undefined ? findingId(at) : history?.length ? historyId(index) : undefined
  const text = [name, file, table && tableText(table), column, status, database].filter(Boolean).join(' ')
  const asks =
    model.needsColumn === false
      ? html`<span class="muted">nothing</span>`
      : html`<code>${column ?? 'cannot be told'}</code>${model.paranoidAt && html`<small>${placeOf(model.paranoidAt, view)}</small>`}`
  return html`<tr data-counted data-status="${status}" data-database="${database}" data-text="${text.toLowerCase()}">
<th scope="row">${link === undefined ? name : html`<a href="#${link}">${name}</a>`}<small>${placeOf(model.origin, view)}${database !== undefined && ` · ${database}`}</small></th>
<td>${table ? html`<code>${tableText(table)}</code>` : 'cannot be told'}</td><td>${asks}</td>
${sources.map((source) => cell(judged, source))}
<td>${badge(levelOf(status), status)}${reason !== undefined && html`<small>${reason}</small>`}${evidence && html`<small>${evidence.operation} in ${placeOf(evidence.at, view)}</small>`}</td></tr>
`
}

function cell({ status, eyes = [] }: Judged, source: Source): Markup {
  const seen: Status = eyes.find((one) => one.source === source)?.status ?? status
  return html`<td>${badge(levelOf(seen), columnWords(seen))}</td>`
}

const historyId = (index: number): string => `history-${index + 1}`

/** The time lines of the models without a finding. */
function histories(models: Judged[], view: View): Markup | undefined {
  const cards = models.flatMap((judged, index) => {
    const { model, status, history, finding, database } = judged
    const table = known(model.table)
    if (finding || !history?.length || !table) return []
    const text = [tableText(table), model.name, relative(view.cwd, model.origin.file), database]
    return html`<details class="card" id="${historyId(index)}" data-status="${status}" data-database="${database}" data-text="${text
      .filter((one) => typeof one === 'string')
      .join(' ')
      .toLowerCase()}">
<summary><h3><code>${tableText(table)}</code></h3> <span class="muted">${typeof model.name === 'string' && model.name}, ${history.length} ${history.length === 1 ? 'step' : 'steps'}</span> <span class="place">${badge(levelOf(status), status)}</span></summary>
<div class="inside">${timeLine(judged, view)}</div></details>
`
  })
  if (!cards.length) return undefined
  return html`<section data-filtered aria-labelledby="histories"><h2 id="histories">History of the ${models.some(({ finding }) => finding) ? 'other ' : ''}tables <span class="count">${cards.length}</span></h2>
${cards}<p class="empty" hidden>No table fits the filters.</p></section>`
}
