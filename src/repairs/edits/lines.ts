/** Finds the start, the end, the indentation and the other content of lines in a text. */

const BREAK = /\r\n|\n|\r/

/** A byte-order mark belongs to no line. */
export function lineStart(text: string, at: number): number {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
  return start === 0 && text.charCodeAt(0) === 0xfeff ? Math.min(1, at) : start
}

/** The position before the line break. */
export function lineEnd(text: string, at: number): number {
  const found = text.slice(at).search(BREAK)
  return found < 0 ? text.length : at + found
}

/** The position after the line break. */
export function nextLine(text: string, at: number): number {
  const end = lineEnd(text, at)
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length)
}

/** The line break after the line, else the one before it, else the first one in the text. */
export function breakAt(text: string, at: number): string {
  const after = BREAK.exec(text.slice(lineEnd(text, at), lineEnd(text, at) + 2))
  const before = BREAK.exec(text.slice(Math.max(0, lineStart(text, at) - 2), lineStart(text, at)))
  return (after ?? before ?? BREAK.exec(text))?.[0] ?? '\n'
}

export const indentAt = (text: string, at: number): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, at), lineEnd(text, at)))?.[0] ?? ''

/** The text before a place on its line. */
export const beforeOnLine = (text: string, at: number): string => text.slice(lineStart(text, at), at)

/** Whether only blanks and comments follow up to the end of the line. */
export const quietAfter = (text: string, at: number): boolean =>
  /^(?:[^\S\r\n]|\/\*[^\r\n]*?\*\/)*(?:\/\/.*)?$/.test(text.slice(at, lineEnd(text, at)))

export const isBlank = (text: string): boolean => /^\s*$/.test(text)

/** One step of indentation, taken from the first indented line of code. */
export function indentStep(text: string): string {
  const first = /^([ \t]+)[^\s*]/m.exec(text)?.[1] ?? '  '
  return first.startsWith('\t') ? '\t' : first
}

/** The first comma outside comments. */
export function commaIn(text: string, from: number, to: number): number | undefined {
  for (const { 0: token, index } of text.slice(from, to).matchAll(/\/\/.*|\/\*[\s\S]*?\*\/|,/g)) {
    if (token === ',') return from + index
  }
  return undefined
}
