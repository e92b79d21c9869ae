/** Computes the content of files after a plan's edits, for checking, showing and writing them. */

import { UserError } from '../../errors'
import type { Edit, Origin, Planned } from '../../types'

type Create = Extract<Edit, { kind: 'create' }>
type Replace = Extract<Edit, { kind: 'replace' }>

/**
 * Returns each file once with all its edits applied; identical edits are applied once.
 *
 * @param read returns the current text of a file
 * @throws UserError when a file has changed since it was read, or two edits overlap
 */
export function plannedFiles(edits: Edit[], read: (file: string) => string | undefined): Planned[] {
  const files = [...new Set(edits.map((edit) => edit.file))]
  return files.map((file) => {
    const its = edits.filter((edit) => edit.file === file)
    const creates = its.filter((edit) => edit.kind === 'create')
    const [first, ...others] = creates
    return first
      ? created(first, others, its.length)
      : rewritten(
          file,
          its.filter((edit) => edit.kind === 'replace'),
          read(file),
        )
  })
}

function created({ file, text }: Create, others: Create[], edits: number): Planned {
  if (edits > others.length + 1 || others.some((other) => other.text !== text)) throw clash(file)
  return { file, after: text }
}

function rewritten(file: string, edits: Replace[], before: string | undefined): Planned {
  if (before === undefined) throw changedMeanwhile(file)
  const parts: string[] = []
  let end = 0
  for (const { span, expected, text } of inOrder(edits)) {
    if (before.slice(...span) !== expected) throw changed(file, span[0], before)
    if (span[0] < end) throw clash(file)
    parts.push(before.slice(end, span[0]), text)
    end = span[1]
  }
  return { file, before, after: parts.join('') + before.slice(end) }
}

function inOrder(edits: Replace[]): Replace[] {
  const distinct = new Map(edits.map((edit) => [`${edit.span} ${edit.text}`, edit]))
  return [...distinct.values()].sort(
    (one, other) => one.span[0] - other.span[0] || one.span[1] - other.span[1],
  )
}

export const changedMeanwhile = (file: string): UserError => changed(file, 0, '')

const changed = (file: string, offset: number, text: string): UserError =>
  new UserError(
    'A file was changed while it was being repaired. Nothing was written.',
    'Run the command again.',
    place(file, text.slice(0, offset).split('\n').length),
  )

const clash = (file: string): UserError =>
  new UserError(
    'Two repairs want to change the same place. Nothing was written.',
    'Repair one model at a time, with --only.',
    place(file),
  )

/** A file as a whole (an empty span at its start), or one of its lines. */
export const place = (file: string, line?: number): Origin => ({
  file,
  line: line ?? 1,
  column: 1,
  span: line === undefined ? [0, 0] : [1, 1],
})
