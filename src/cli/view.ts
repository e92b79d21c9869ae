/** Makes the view that says how reports and questions look on a stream. */

import { packageVersion } from '../io/project'
import { createReader } from '../io/reading'
import { fileLinks, type Output } from '../io/terminal'
import type { Origin, Settings, View } from '../types'

/** The width if the stream does not report its size. */
const WIDTH = 100

const BREAK = /\r\n|[\n\r\u2028\u2029]/

export function viewFor(
  {
    cwd,
    color,
    dryRun,
    maxShow,
    source,
    quiet,
    format,
  }: Pick<Settings, 'cwd' | 'color' | 'dryRun' | 'maxShow' | 'source' | 'quiet'> &
    Partial<Pick<Settings, 'format'>>,
  { columns, isTTY }: Pick<Output, 'columns' | 'isTTY'>,
): View {
  const reader = createReader(undefined, undefined, undefined, source)
  const lines = new Map<string, string[]>()
  const linesOf = (file: string): string[] => {
    const known = lines.get(file) ?? (reader.read(file) ?? '').split(BREAK)
    lines.set(file, known)
    return known
  }
  const link = format === 'terminal' ? fileLinks({ isTTY }) : undefined
  return {
    cwd,
    color,
    ...(link && { link }),
    quiet: quiet === true,
    width: columns || WIDTH,
    wraps: isTTY === true,
    most: maxShow,
    get version() {
      return packageVersion()
    },
    line: (file, line) => linesOf(file)[line - 1],
    endOf: (origin) => endIn(reader.read(origin.file), origin),
    dryRun,
  }
}

function endIn(
  text: string | undefined,
  { line, column, span }: Origin,
): ReturnType<NonNullable<View['endOf']>> {
  const [start, end] = span
  if (text === undefined || end <= start || end > text.length) return undefined
  const parts = text.slice(start, end).split(BREAK)
  const last = parts.at(-1) ?? ''
  return parts.length === 1
    ? { line, column: column + last.length }
    : { line: line + parts.length - 1, column: last.length + 1 }
}
