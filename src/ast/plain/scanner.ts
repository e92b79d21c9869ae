/** Splits plain JavaScript into tokens. */

import { Kind, NOT_PLAIN, type Tokens } from './tokens'

const GAP = /(?:[ \t\n\r\uFEFF]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y
const WORD = /[A-Za-z_$][\w$]*/y
const TEXT = /'(?:[^'\\\n\r]|\\[nt'"`\\])*'|"(?:[^"\\\n\r]|\\[nt'"`\\])*"/y
const NUMBER = /(?:0|[1-9]\d*)(?:\.\d+)?(?![\w.$])/y
const MARK = /=>|\.\.\.|[=!]==?|<=|>=|&&|\|\||\?\?(?!=)|\+\+|--|[-+*/%]=|[{}()[\];,:.=+\-*/%<>!?~]/y

const ESCAPES: Record<string, string> = { n: '\n', t: '\t' }

interface Position {
  start: number
  before: number
}

export const mark = ({ start, before }: Tokens): Position => ({ start, before })

export function rewind(t: Tokens, { start, before }: Position): void {
  moveTo(t, start)
  t.before = before
}

/** Moves to the first token at or after an offset. */
export function moveTo(t: Tokens, offset: number): void {
  t.end = offset
  next(t)
}

export function next(t: Tokens): void {
  const { text, end } = t
  t.before = end
  const start = behindGap(text, end)
  t.start = start
  const code = text.charCodeAt(start)
  if (isLetter(code)) take(t, WORD, Kind.Word)
  else if (code === 39 || code === 34) takeText(t)
  else if (code >= 48 && code <= 57) take(t, NUMBER, Kind.Number)
  else if (start >= text.length) place(t, start, Kind.End, '')
  else if (code === 96) place(t, start + 1, Kind.Mark, '`')
  else take(t, MARK, Kind.Mark)
}

/** Whether the character is a letter, `_` or `$`. */
const isLetter = (code: number): boolean =>
  ((code | 32) >= 97 && (code | 32) <= 122) || code === 95 || code === 36

function place(t: Tokens, end: number, kind: Kind, value: string): void {
  t.end = end
  t.kind = kind
  t.value = value
}

export function take(t: Tokens, pattern: RegExp, kind: Kind): void {
  pattern.lastIndex = t.start
  if (!pattern.test(t.text)) throw NOT_PLAIN
  place(t, pattern.lastIndex, kind, t.text.slice(t.start, pattern.lastIndex))
}

function takeText(t: Tokens): void {
  take(t, TEXT, Kind.Text)
  const inner = t.value.slice(1, -1)
  t.value = inner.includes('\\')
    ? inner.replace(/\\(.)/g, (_all, escaped: string) => ESCAPES[escaped] ?? escaped)
    : inner
}

function behindGap(text: string, offset: number): number {
  GAP.lastIndex = offset
  GAP.test(text)
  return GAP.lastIndex
}

export const is = (t: Tokens, mark: string): boolean => t.value === mark && t.kind === Kind.Mark

export const isWord = (t: Tokens, word: string): boolean => t.value === word && t.kind === Kind.Word

/** Consumes the mark if it is the current token. */
export function eat(t: Tokens, mark: string): boolean {
  const found = is(t, mark)
  if (found) next(t)
  return found
}

export function eatWord(t: Tokens, word: string): boolean {
  const found = isWord(t, word)
  if (found) next(t)
  return found
}

export function expect(t: Tokens, mark: string): void {
  if (!eat(t, mark)) throw NOT_PLAIN
}

export function expectWord(t: Tokens, word: string): void {
  if (!eatWord(t, word)) throw NOT_PLAIN
}

/** Whether the current token is the first of its line. */
export const isOnNewLine = ({ text, before, start }: Tokens): boolean =>
  text.slice(before, start).includes('\n')

/** The first two characters of the token after an offset, by default after the current token. */
export function following({ text, end }: Tokens, offset = end): string {
  const start = behindGap(text, offset)
  return text.slice(start, start + 2)
}

/** Parses items between commas, up to and including the closing mark. */
export function listed<T>(t: Tokens, close: string, read: (t: Tokens) => T): T[] {
  const items: T[] = []
  while (!eat(t, close)) {
    items.push(read(t))
    if (!is(t, close)) expect(t, ',')
  }
  return items
}

/** Parses the end of a statement: a semicolon, the end of the line, or the end of the enclosing block. */
export function endOfStatement(t: Tokens): number {
  const end = t.before
  if (eat(t, ';')) return t.before
  if (t.kind === Kind.End || is(t, '}') || isOnNewLine(t)) return end
  throw NOT_PLAIN
}
