/** Shows what the migrations do to a table as a time line, with a rail that tells from where on the column is there. */

import path from 'node:path'
import type { Judged, TableStep, View } from '../../types'
import { known, tableText } from '../../values'
import { placeOf, relative } from '../place'
import { html, type Markup } from './markup'
import { badge, levelOf } from './words'

/** How many names of columns a step lists. */
const NAMES = 12

type Presence = 'before' | 'there' | 'gone' | 'perhaps'

const WORDS: Record<Presence, string> = {
  before: 'the column is not there yet',
  there: 'the column is there',
  gone: 'the column is gone',
  perhaps: 'the column is perhaps there',
}

/** @returns undefined if the migrations do nothing to the table */
export function timeLine({ model, status, history }: Judged, view: View): Markup | undefined {
  if (!history?.length) return undefined
  const column = known<string>(model.column)
  const table = known(model.table)
  let presence: Presence = 'before'
  const steps = history.map((step) => {
    presence = column === undefined ? 'before' : after(step, column, presence)
    return html`<li class="${presence}"><time>${dateOf(step)}</time>${sentence(step, column)}<span class="sr">; then ${WORDS[presence]}</span>
<span class="where"><code>${placeOf(step.at, view)}</code> ${step.operation}${step.from !== undefined && html`, from <code>${relative(view.cwd, step.from)}</code>`}</span></li>`
  })
  const end = html`<li class="end ${status === 'ok' ? 'there' : levelOf(status) === 'error' ? 'gone' : 'perhaps'}">${named(model.name)} asks for ${
    column === undefined ? 'a column that cannot be told' : html`<code>${column}</code>`
  } ${badge(levelOf(status), status)}</li>`
  return html`<ol class="line" aria-label="History of ${table ? tableText(table) : 'the table'}">${steps}${end}</ol>`
}

const named = (name: Judged['model']['name']): string => (typeof name === 'string' ? name : name.text)

/** The stamp of the file, as a date. */
function dateOf({ at }: TableStep): string {
  const [, year, month, day] = /^V?(\d{4})[-_]?(\d\d)[-_]?(\d\d)/.exec(path.win32.basename(at.file)) ?? []
  return year === undefined ? '' : `${year}-${month}-${day}`
}

function after(step: TableStep, column: string, before: Presence): Presence {
  const { does, columns, to, sure, at: _ } = step
  const isIt = (name: string) => name.toLowerCase() === column.toLowerCase()
  const taken = sure ? 'gone' : 'perhaps'
  switch (does) {
    case 'createTable':
      return columns.some(isIt) ? 'there' : before === 'there' ? 'perhaps' : before
    case 'addColumn':
      return columns.some(isIt) ? 'there' : before
    case 'removeColumn':
      return columns.some(isIt) && before !== 'before' ? taken : before
    case 'renameColumn':
      return isIt(to ?? '') ? 'there' : columns.some(isIt) && before !== 'before' ? taken : before
    case 'dropTable':
      return before === 'before' ? before : taken
    case 'unread':
      return !columns.length || columns.some(isIt) ? 'perhaps' : before
    default:
      return before
  }
}

function sentence(step: TableStep, column: string | undefined): Markup {
  const guarded = step.sure ? '' : ' on a condition'
  const names = list(step.columns, column)
  switch (step.does) {
    case 'createTable':
      return html`Makes the table${guarded}${names && html` with ${names}`}`
    case 'addColumn':
      return html`Adds ${names}${guarded}`
    case 'removeColumn':
      return html`Removes ${names}${guarded}`
    case 'changeColumn':
      return html`Changes ${names}${guarded}`
    case 'renameColumn':
      return html`Renames ${names} to ${list([step.to ?? ''], column)}${guarded}`
    case 'renameTable':
      return html`Renames the table to <code>${step.to}</code>${guarded}`
    case 'dropTable':
      return html`Drops the table${guarded}`
    case 'unread':
      return html`Does something that cannot be read: ${step.says}`
  }
}

function list(columns: string[], column: string | undefined): Markup | undefined {
  if (!columns.length) return undefined
  const isIt = (name: string) => name === column
  const shown = [...columns.slice(0, NAMES), ...columns.slice(NAMES).filter(isIt)]
  const left = columns.length - shown.length
  const names = shown.map(
    (name, index) =>
      html`${index > 0 && ', '}${isIt(name) ? html`<mark><code>${name}</code></mark>` : html`<code>${name}</code>`}`,
  )
  return html`${names}${left > 0 && ` and ${left} more`}`
}
