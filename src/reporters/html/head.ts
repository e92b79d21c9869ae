/** The top of a page: the verdict, the counts as a bar, the facts, the next command, and the filters. */

import path from 'node:path'
import type { Outcome, Proof, View } from '../../types'
import { listed } from '../listed'
import { relative } from '../place'
import { count, summary } from '../summary'
import { html, type Markup } from './markup'
import { badge, type Level, levelOf, ORDER } from './words'

export const projectName = ({ cwd }: View): string => path.basename(cwd)

export function verdict({ findings, proof, exitCode, models }: Outcome): string {
  if (findings.length) return count(findings.length, 'finding')
  if (!models.length || !proof.paranoid) return exitCode === 0 ? 'Nothing to do' : 'Nothing was judged'
  return proof.proven === proof.paranoid ? 'No findings: all is proven' : 'No findings, and not all is proven'
}

export function top(outcome: Outcome, view: View): Markup {
  const { project, evidence, files, history, proof, next, database, databases } = outcome
  const folders = (databases ?? [{ project }]).flatMap((one) => one.project.migrations)
  const facts: [string, string | undefined][] = [
    ['Sequelize', project.sequelize],
    ['Dialect', project.dialect],
    ['Judged by', evidence],
    [
      'Migrations',
      `${history} in ${folders.map((one) => relative(view.cwd, one)).join(', ') || 'no folder'}`,
    ],
    ['Model files', String(files)],
    ['Database', database && `${database.database} (${database.environment})`],
  ]
  return html`<header class="top"><p class="eyebrow">deletedat-codemod ${view.version} · ${outcome.command} · ${projectName(view)}</p>
<h1>${verdict(outcome)}</h1><p class="lead">${summary(outcome)}</p>
${proofBar(proof)}
<dl class="facts">${facts.map(([name, value]) => value !== undefined && html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${next !== undefined && html`<div class="next"><b>Next</b><pre id="next">${next}</pre><button type="button" data-copy="next" hidden>Copy</button></div>`}
</header>`
}

/** The paranoid models as one bar, and the same as a list of numbers. */
export function proofBar(proof: Omit<Proof, 'paranoid'>): Markup | undefined {
  const parts: [Level, string, number][] = [
    ['error', 'with an error', proof.faulty],
    ['warning', 'undecided', proof.undecided],
    ['note', 'unproven', proof.unproven],
    ['ok', 'proven', proof.proven],
  ]
  const total = parts.reduce((sum, [, , number]) => sum + number, 0)
  if (!total) return undefined
  let x = 0
  const bars = parts.map(([level, , number]) => {
    const width = (number / total) * 1000
    x += width
    return number > 0 && html`<rect class="${level}" x="${x - width}" width="${width}" height="12"></rect>`
  })
  return html`<svg class="bar" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>
<ul class="legend" aria-label="${count(total, 'paranoid model')}">${parts.map(([level, name, number]) => html`<li><span class="dot ${level}"></span><b>${number}</b> ${name}</li>`)}</ul>`
}

/** Shown by the script alone, for without it nothing could be filtered. */
export function filters(outcome: Outcome): Markup | undefined {
  const { models, databases = [] } = outcome
  const counts = new Map<string, number>()
  for (const { status } of models) counts.set(status, (counts.get(status) ?? 0) + 1)
  for (const { rule, model } of listed(outcome))
    if (model === null) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  if (models.length < 2) return undefined
  const pills = ORDER.flatMap((status) => {
    const number = counts.get(status)
    if (number === undefined) return []
    return html`<label class="pill"><input type="checkbox" name="status" value="${status}"${status !== 'not-paranoid' && { html: ' checked' }}>${badge(levelOf(status), status)} ${number}</label>`
  })
  return filterForm(
    'models',
    html`<fieldset><legend>Verdicts</legend>${pills}</fieldset>
${databases.length > 1 && html`<select name="database" aria-label="Database"><option value="">All databases</option>${databases.map(({ name }) => html`<option value="${name}">${name}</option>`)}</select>`}`,
  )
}

export const filterForm = (noun: string, inside: Markup): Markup =>
  html`<form id="filters" role="search" data-noun="${noun}" hidden><input type="search" name="text" placeholder="Model, table, file  ( / )" aria-label="Filter by model, table or file">
${inside}<output aria-live="polite"></output></form>`
