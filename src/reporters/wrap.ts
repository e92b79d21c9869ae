/** Wraps sentences to the terminal width and aligns columns; wide letters and colours count by their visible width. */

import stringWidth from 'string-width'
import type { View } from '../types'

/** The package has no types of its own. */
type Wrap = (text: string, columns: number, options: { hard: boolean }) => string

/** Wraps only for a terminal: programs that read the output get unchanged lines. */
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

/** Puts a text after a head; further lines are indented to the start of the text, as far as there is room. */
export function hanging(head: string, text: string, view: Pick<View, 'wraps' | 'width'>): string {
  if (!view.wraps) return head + text
  const wide = Math.min(stringWidth(head), Math.floor(view.width / 2))
  const room = view.width - stringWidth(head)
  const lines = wrapped(text, { wraps: true, width: Math.max(20, room) }).split('\n')
  return head + lines.join(`\n${' '.repeat(wide)}`)
}

/** Aligns rows in columns. The last cell is not padded. */
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
