/** Formats places: the path relative to the working directory, and the line of code. */

import path from 'node:path'
import type { Origin, View } from '../types'
import { safe, safeLine, withoutSecrets } from './safe'

/** Forward slashes on every platform; '.' for the directory itself. */
export const relative = (cwd: string, file: string): string =>
  path.relative(cwd, file).split(path.sep).join('/') || '.'

/** `models/user.ts:14`; only the path if the place is the whole file. */
export function placeOf(
  { file, line, column, span }: Origin,
  { cwd, link }: Pick<View, 'cwd' | 'link'>,
): string {
  const name = safeLine(relative(cwd, file))
  const text = span[1] === 0 ? name : `${name}:${line}`
  return link ? linked(text, link(file, line, column)) : text
}

/** A link by the control sequence OSC 8. */
export const linked = (text: string, url: string): string => `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007`

/** `14 |   paranoid: true,`, cut around the column to fit the width; undefined if the line is empty or unknown. */
export function sourceLine({ file, line, column, span }: Origin, view: View): string | undefined {
  const [[, text = ''] = []] = span[1] === 0 ? [] : linesShown(file, [line, line], view)
  if (!text.trim()) return undefined
  return `${line} | ${lineText(text, column, view)}`
}

/** Lines on each side that are looked at for a credential that stands over several lines. */
const CONTEXT = 15

/**
 * Lines of a file, 1-based, without credentials: those that are there.
 * @returns none if the credentials cannot be told from the lines
 */
export function linesShown(
  file: string,
  [first, last]: [first: number, last: number],
  view: View,
): [number: number, text: string][] {
  const start = Math.max(1, first - CONTEXT)
  const texts: string[] = []
  for (let number = start; number <= last + CONTEXT; number++) {
    const text = view.line(file, number)
    if (text === undefined) break
    texts.push(text)
  }
  const shown = withoutSecrets(texts.join('\n')).split('\n')
  if (shown.length !== texts.length) return []
  return shown
    .map((text, index): [number, string] => [start + index, text])
    .slice(first - start, last - start + 1)
}

/** A line of code, cut around the column to fit the width. */
export function lineText(text: string, column: number, { width }: Pick<View, 'width'>): string {
  const shown = text
    .replace(/^\ufeff/, '')
    .replaceAll('\t', ' ')
    .trimEnd()
  return safe(excerpt(shown, column - 1, Math.max(40, width - 18)))
}

function excerpt(text: string, at: number, width: number): string {
  if (text.length <= width) return text
  const start = Math.max(0, Math.min(at - Math.floor(width / 3), text.length - width))
  const end = start + width
  return `${start > 0 ? '...' : ''}${text.slice(start, end)}${end < text.length ? '...' : ''}`
}
