/** Sentences in the width of a terminal, and cells of one width; wide letters and colours are counted as they show. */

import stringWidth from 'string-width'
import type { View } from '../types'

/** The package has no types of its own. */
type Wrap = (text: string, columns: number, options: { hard: boolean }) => string

/** Where nobody sits at a terminal a line stays as it is: programs read it. */
export function wrapped(text: string, { wraps, width }: Pick<View, 'wraps' | 'width'>): string {
  if (!wraps) return text
  const wrapAnsi: Wrap = require('wrap-ansi')
  return text
    .split('\n')
    .map((line) => {
      const [indent = ''] = /^ */.exec(line) ?? []
      const room = Math.max(20, width - indent.length)
      return wrapAnsi(line.slice(indent.length), room, { hard: false })
        .split('\n')
        .map((part) => indent + part)
        .join('\n')
    })
    .join('\n')
}

/** Text behind a head: further lines begin where the first one does, as long as there is room. */
export function hanging(head: string, text: string, view: Pick<View, 'wraps' | 'width'>): string {
  if (!view.wraps) return head + text
  const wide = Math.min(stringWidth(head), Math.floor(view.width / 2))
  const room = view.width - stringWidth(head)
  const lines = wrapped(text, { wraps: true, width: Math.max(20, room) }).split('\n')
  return head + lines.join(`\n${' '.repeat(wide)}`)
}

/** Rows in columns. The last cell is not filled up. */
export function aligned(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(...rows.map((row) => stringWidth(row[index] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, index) =>
        index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - stringWidth(cell)),
      )
      .join('  '),
  )
}
