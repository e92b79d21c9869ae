/** Applies edits to a text: each must find the text it expects, and insertions are tied to the text before them. */

import { UserError } from '../../errors'
import type { Edit } from '../../types'
import { lineStart } from './lines'
import type { Replace, Source } from './source'

/**
 * Applies every replacement; edits that create files are ignored.
 * @throws UserError when the text differs from the expected one, or two edits overlap
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const replacements = edits.filter((edit) => edit.kind === 'replace')
  let done = text
  let limit = text.length
  for (const edit of sorted(replacements).reverse()) {
    const [start, end] = edit.span
    if (end > limit || text.slice(start, end) !== edit.expected) throw changed(edit, text)
    done = done.slice(0, start) + edit.text + done.slice(end)
    limit = start
  }
  return done
}

function changed(edit: Replace, text: string): UserError {
  const line = text.slice(0, edit.span[0]).split(/\r\n|\n|\r/).length
  return new UserError(
    'Something else stands there now than when the file was read, so it was left alone.',
    'Run the command again.',
    { file: edit.file, line, column: 1, span: edit.span },
  )
}

const sorted = (edits: readonly Replace[]): Replace[] =>
  [...edits].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])

/** An insertion expects no text; tying it to the text before it detects a file that has changed meanwhile. */
export function anchored(source: Source, edits: readonly Replace[]): Replace[] {
  const tied: Replace[] = []
  for (const edit of sorted(edits)) {
    const last = tied.at(-1)
    const [start, end] = edit.span
    if (start < end) tied.push(edit)
    else if (last && last.span[1] === start) tied[tied.length - 1] = { ...last, text: last.text + edit.text }
    else tied.push(anchor(source, edit, last?.span[1] ?? 0))
  }
  return tied
}

function anchor(source: Source, edit: Replace, limit: number): Replace {
  const { text } = source
  const [at, end] = edit.span
  const line = lineStart(text, lineStart(text, at) === at ? Math.max(0, at - 1) : at)
  const start = Math.max(limit, line, at - 40)
  const expected = text.slice(start, at)
  return { ...edit, span: [start, end], expected, text: expected + edit.text }
}

/** Whether two edits of one file overlap without being identical. */
export const clash = (a: Edit, b: Edit): boolean =>
  a.kind === 'replace' && b.kind === 'replace' && a.file === b.file && !same(a, b) && overlap(a.span, b.span)

const overlap = (a: Replace['span'], b: Replace['span']): boolean => a[0] < b[1] && b[0] < a[1]

export const same = (a: Edit, b: Edit): boolean =>
  a.kind === b.kind &&
  a.file === b.file &&
  a.text === b.text &&
  (a.kind === 'create' || (b.kind === 'replace' && a.span[0] === b.span[0] && a.span[1] === b.span[1]))
