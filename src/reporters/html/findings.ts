/** Shows the findings: each with its source, its evidence, the history of its table, and what to do. */

import { helpUri } from '../../our-names'
import type { Finding, Judged, Origin, Outcome, View } from '../../types'
import { tableText } from '../../values'
import { listed, withFingerprints } from '../listed'
import { placeOf, relative } from '../place'
import { excerpt } from './excerpt'
import { timeLine } from './history'
import { html, type Markup } from './markup'
import { badge, ORDER } from './words'

/** So many findings are open at first. */
const OPEN = 12

export function findingsSection(outcome: Outcome, view: View): Markup | undefined {
  const all = sorted(outcome, view)
  if (!all.length) return undefined
  const judged = new Map(outcome.models.flatMap((one) => (one.finding ? [[one.finding, one]] : [])))
  const cards = all.map(([finding, print], index) =>
    card({ finding, print, index, judged: judged.get(finding) }, view),
  )
  return html`<section data-filtered aria-labelledby="findings"><h2 id="findings">Findings <span class="count">${all.length}</span></h2>
${cards}<p class="empty" hidden>No finding fits the filters.</p></section>`
}

/** In the order of the rules, each with its fingerprint; accepted ones last. */
const sorted = (outcome: Outcome, view: View): [Finding, string][] =>
  withFingerprints([...listed(outcome), ...(outcome.accepted ?? [])], view).sort(
    ([one], [other]) =>
      Number(one.accepted !== undefined) - Number(other.accepted !== undefined) ||
      ORDER.indexOf(one.rule) - ORDER.indexOf(other.rule),
  )

/** @returns the number of each finding's card */
export const numbered = (outcome: Outcome, view: View): Map<Finding, number> =>
  new Map(sorted(outcome, view).map(([finding], index) => [finding, index]))

export const findingId = (index: number): string => `finding-${index + 1}`

interface Shown {
  finding: Finding
  print: string
  index: number
  judged?: Judged
}

function card({ finding, print, index, judged }: Shown, view: View): Markup {
  const { rule, severity, model, table, message, hint, origin, database, afterwards = [], accepted } = finding
  const text = [
    rule,
    model,
    table && tableText(table),
    finding.column,
    relative(view.cwd, origin.file),
    database,
  ]
  return html`<details class="card finding ${accepted ? 'note' : severity}" id="${findingId(index)}" data-status="${rule}" data-database="${database}" data-text="${text.filter(Boolean).join(' ').toLowerCase()}"${severity === 'error' && !accepted && index < OPEN && { html: ' open' }}>
<summary>${badge(severity, rule)}${accepted && badge('ok', 'accepted')} <h3>${model ?? relative(view.cwd, origin.file)}</h3> ${database !== undefined && html`<span class="muted">${database}</span>`} <code class="place">${placeOf(origin, view)}</code></summary>
<div class="inside"><p>${message}</p>${accepted && html`<p class="todo">Accepted by a ${accepted.by}: ${accepted.reason}${accepted.at && html` <code>${placeOf(accepted.at, view)}</code>`}</p>`}
<div class="pair">${places(finding, view)}</div>
${afterwards.map(({ says, at }) => html`<p class="after">${says}${at && html` <code>${placeOf(at, view)}</code>`}</p>`)}
<p class="todo">${hint}</p>
${judged && timeLine(judged, view)}
<p class="foot"><a href="${helpUri(rule)}">About ${rule}</a><span>Fingerprint <code>${print}</code></span></p></div></details>
`
}

function places({ origin, modelAt, model, evidence }: Finding, view: View): (Markup | undefined)[] {
  const isElsewhere = modelAt && modelAt.file !== origin.file
  const isAt = ({ file, line }: Origin) => evidence?.at.file === file && evidence.at.line === line
  return [
    excerpt(origin, isAt(origin) ? (evidence?.says ?? '') : isElsewhere ? 'turns soft delete on' : '', view),
    isElsewhere ? excerpt(modelAt, `${model ?? 'the model'} is defined here`, view) : undefined,
    evidence && !isAt(origin) ? excerpt(evidence.at, evidence.says, view) : undefined,
  ]
}
