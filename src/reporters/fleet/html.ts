/** A fleet as one page: every project in a table, and the findings of each. */

import { findingKinds } from '../../finding-kinds'
import { helpUri } from '../../our-names'
import type { Fleet, FleetFinding, FleetReport, FleetReporter } from '../../types'
import { tableText } from '../../values'
import { badge, filterForm, html, type Level, type Markup, page, proofBar } from '../html'
import { count } from '../summary'
import { fleetSummary, STATES } from './words'

const LEVELS: Record<FleetReport['state'], Level> = {
  findings: 'error',
  unproven: 'warning',
  proven: 'ok',
  nothing: 'note',
}

/** So many projects with findings are open at first. */
const OPEN = 5

export const fleetHtml: FleetReporter = {
  name: 'html',
  report(fleet, { version }) {
    const title = fleet.counts.findings ? count(fleet.counts.findings, 'finding') : 'No findings'
    return page(
      `${title} in ${count(fleet.reports.length, 'project')}`,
      html`${top(fleet, title, version)}
<main id="main">${filters(fleet)}
${projects(fleet)}
${findings(fleet)}
${fleet.faults.length > 0 && html`<section><h2>Not read <span class="count">${fleet.faults.length}</span></h2><ul class="plain">${fleet.faults.map(({ file, says }) => html`<li><code>${file}</code> ${says}</li>`)}</ul></section>`}
${fleet.notes.length > 0 && html`<section><h2>Notes</h2><ul class="plain">${fleet.notes.map((note) => html`<li>${note}</li>`)}</ul></section>`}
</main>
<footer>Made by deletedat-codemod ${version} of ${count(fleet.reports.length, 'report')}.</footer>`,
    )
  },
}

const top = (fleet: Fleet, title: string, version: string): Markup =>
  html`<header class="top"><p class="eyebrow">deletedat-codemod ${version} · merge · ${count(fleet.reports.length, 'project')}</p>
<h1>${title}</h1><p class="lead">${fleetSummary(fleet)}</p>
${proofBar(fleet.counts)}
<dl class="facts">${fleet.rules.map(([rule, number]) => html`<div><dt>${about(rule)}</dt><dd>${number}</dd></div>`)}</dl></header>`

/** A report may name any rule; only those that are known have a page. */
const about = (rule: string): Markup =>
  rule in findingKinds ? html`<a href="${helpUri(rule)}">${rule}</a>` : html`${rule}`

function filters({ reports }: Fleet): Markup | undefined {
  if (reports.length < 2) return undefined
  const states: FleetReport['state'][] = ['findings', 'unproven', 'proven', 'nothing']
  return filterForm(
    'projects',
    html`<fieldset><legend>States</legend>${states.map((state) => {
      const number = reports.filter((one) => one.state === state).length
      return (
        number > 0 &&
        html`<label class="pill"><input type="checkbox" name="status" value="${state}" checked>${badge(LEVELS[state], STATES[state])} ${number}</label>`
      )
    })}</fieldset>`,
  )
}

const textOf = ({ name, all }: FleetReport): string =>
  [name, ...all.flatMap(({ rule, model, file, table }) => [rule, model, file, table && tableText(table)])]
    .filter(Boolean)
    .join(' ')
    .toLowerCase()

function projects({ reports }: Fleet): Markup | undefined {
  if (!reports.length) return undefined
  const rows = reports.map((one, index) => {
    const { name, state, findings, paranoid, proven, models, evidence, sequelize, dialect } = one
    return html`<tr data-counted data-status="${state}" data-text="${textOf(one)}"><th scope="row">${findings > 0 ? html`<a href="#project-${index + 1}">${name}</a>` : name}</th><td class="number">${findings}</td><td class="number">${proven} of ${paranoid}</td><td class="number">${models}</td><td>${sequelize ?? ''} ${dialect ?? ''}<small>${evidence}</small></td><td>${badge(LEVELS[state], STATES[state])}</td></tr>
`
  })
  return html`<section data-filtered aria-labelledby="projects"><h2 id="projects">Projects <span class="count">${reports.length}</span></h2>
<div class="scroll" role="region" aria-label="The projects, to be scrolled" tabindex="0"><table><caption>Every project, its findings, and how many of its models are proven</caption>
<thead><tr><th scope="col">Project</th><th scope="col" class="number">Findings</th><th scope="col" class="number">Proven</th><th scope="col" class="number">Models</th><th scope="col">Sequelize</th><th scope="col">State</th></tr></thead>
<tbody>${rows}</tbody></table></div><p class="empty" hidden>No project fits the filters.</p></section>`
}

function findings({ reports }: Fleet): Markup | undefined {
  const cards = reports.flatMap((one, index) => {
    if (!one.findings) return []
    return html`<details class="card finding error" id="project-${index + 1}" data-status="${one.state}" data-text="${textOf(one)}"${index < OPEN && { html: ' open' }}>
<summary>${badge('error', String(one.findings))} <h3>${one.name}</h3> <code class="place">${one.file}</code></summary>
<div class="inside"><ul class="plain">${one.all.map(item)}</ul>${one.next !== null && html`<p class="todo"><code>${one.next}</code></p>`}</div></details>
`
  })
  if (!cards.length) return undefined
  return html`<section data-filtered aria-labelledby="findings"><h2 id="findings">Findings by project <span class="count">${cards.length}</span></h2>
${cards}<p class="empty" hidden>No project with findings fits the filters.</p></section>`
}

const item = ({ rule, severity, message, file, line, database }: FleetFinding): Markup =>
  html`<li>${badge(severity, rule)} ${message} <code>${file}:${line}</code>${database !== undefined && html` <span class="muted">${database}</span>`}</li>`
