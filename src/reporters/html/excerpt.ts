/** Shows a place with the lines around it. */

import type { Origin, View } from '../../types'
import { linesShown, placeOf } from '../place'
import { safe } from '../safe'
import { html, type Markup } from './markup'

/** Lines before the place and behind it, and how many of the place itself. */
const AROUND = 2
const LONGEST = 8
/** Letters of a line. */
const WIDEST = 400
/** @returns undefined if the place is a whole file, or its lines cannot be shown */
export function excerpt(at: Origin, says: string, view: View): Markup | undefined {
  if (at.span[1] === 0) return undefined
  const end = Math.min(view.endOf?.(at)?.line ?? at.line, at.line + LONGEST)
  const lines = linesAround(at.line, end, at.file, view)
  if (!lines.some(([number]) => number === at.line)) return undefined
  return html`<figure><figcaption><code>${placeOf(at, view)}</code> ${says}</figcaption><pre tabindex="0">${lines.map(
    ([number, text]) =>
      html`<span class="${number === at.line ? 'at' : ''}"><i>${number}</i>${marked(text, number, at, view)}</span>`,
  )}</pre></figure>`
}

/** Behind the last line break of a file there is an empty line, which is left out. */
const linesAround = (first: number, last: number, file: string, view: View): [number, string][] =>
  linesShown(file, [Math.max(1, first - AROUND), last + AROUND], view).filter(
    ([number, text]) => text !== '' || view.line(file, number + 1) !== undefined,
  )

/** The line, with the place marked unless its text has to be changed to be shown. */
function marked(line: string, number: number, at: Origin, view: View): Markup {
  const isPlain = line.length <= WIDEST && line === view.line(at.file, number) && safe(line) === line
  const end = view.endOf?.(at)
  if (!isPlain || number !== at.line || !end) return html`${cut(line, number === at.line ? at.column : 1)}`
  const [from, to] = [at.column - 1, end.line === at.line ? end.column - 1 : line.length]
  return html`${line.slice(0, from)}<mark>${line.slice(from, to)}</mark>${line.slice(to)}`
}

function cut(line: string, column: number): string {
  if (line.length <= WIDEST) return line
  const start = Math.max(0, column - WIDEST / 2)
  return `${start ? '…' : ''}${line.slice(start, start + WIDEST)}${start + WIDEST < line.length ? '…' : ''}`
}
