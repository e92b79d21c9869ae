/** Tokens of plain JavaScript. Whatever is not plain is left to Babel: it is thrown as NOT_PLAIN. */

/** Thrown, without a stack, where a text is not plain. */
export const NOT_PLAIN = Symbol('not plain')

export enum Kind {
  End,
  Word,
  Text,
  Number,
  Mark,
}

const GAP = /(?:[ \t\n\r\uFEFF]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y
const WORD = /[A-Za-z_$][\w$]*/y
const TEXT = /'(?:[^'\\\n\r]|\\[nt'"`\\])*'|"(?:[^"\\\n\r]|\\[nt'"`\\])*"/y
const NUMBER = /(?:0|[1-9]\d*)(?:\.\d+)?(?![\w.$])/y
const MARK = /=>|\.\.\.|[=!]==?|<=|>=|&&|\|\||\?\?(?!=)|\+\+|--|[-+*/%]=|[{}()[\];,:.=+\-*/%<>!?@~|&]/y
const PATTERN = /\/(?:[^\\/\n\r[]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+\/[a-z]*/y

/** In a block: brackets, and what has some in it that do not count (comments, texts, templates). */
const INSIDE =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n\r]|\\[\s\S])*'|"(?:[^"\\\n\r]|\\[\s\S])*"|`(?:[^`\\$]|\\[\s\S]|\$(?!\{)|\$\{[^{}`'"/]*\})*`|[{}()`'"/]/g

/** Behind one of these stands an operand, so that a slash begins a pattern. */
const BEFORE_OPERAND = /(?:[(,=:[!&|?;+\-*%<>~^]|\b(?:return|typeof|case|in|of|delete|void|new|else|do))\s*$/
/** Behind one of these stands an operator. */
const BEFORE_OPERATOR = /[\w$\]]\s*$/

const ESCAPES: Record<string, string> = { n: '\n', t: '\t' }

/** A lone carriage return and the separators of Unicode end lines as well: they are rare, and not plain. */
const ODD_LINES = /\r(?!\n)|[\u2028\u2029]|<!--|-->/

export class Scanner {
  /** Where the token stands. */
  start = 0
  end = 0
  /** Where the token before it ends. */
  before = 0
  kind = Kind.End
  /** The token as it is written; of a text its value. */
  value = ''

  constructor(readonly text: string) {
    if (ODD_LINES.test(text)) throw NOT_PLAIN
  }

  /** To the first token at or behind an offset. */
  from(offset: number): void {
    this.end = offset
    this.next()
  }

  next(): void {
    const { text } = this
    this.before = this.end
    GAP.lastIndex = this.end
    GAP.test(text)
    const start = GAP.lastIndex
    this.start = start
    const code = text.charCodeAt(start)
    if ((code | 32) >= 97 && (code | 32) <= 122) return this.take(WORD, Kind.Word)
    if (code === 39 || code === 34) return this.takeText()
    if (code >= 48 && code <= 57) return this.take(NUMBER, Kind.Number)
    if (start >= text.length) {
      this.end = start
      this.kind = Kind.End
      this.value = ''
    } else if (code === 95 || code === 36) this.take(WORD, Kind.Word)
    else if (code === 96) {
      this.end = start + 1
      this.kind = Kind.Mark
      this.value = '`'
    } else this.take(MARK, Kind.Mark)
  }

  private take(pattern: RegExp, kind: Kind): void {
    pattern.lastIndex = this.start
    if (!pattern.test(this.text)) throw NOT_PLAIN
    this.end = pattern.lastIndex
    this.kind = kind
    this.value = this.text.slice(this.start, this.end)
  }

  private takeText(): void {
    this.take(TEXT, Kind.Text)
    const inner = this.value.slice(1, -1)
    this.value = inner.includes('\\')
      ? inner.replace(/\\(.)/g, (_all, escaped: string) => ESCAPES[escaped] ?? escaped)
      : inner
  }

  /** A slash stands where an operand is looked for: a pattern. */
  takePattern(): void {
    this.take(PATTERN, Kind.Mark)
  }

  is(mark: string): boolean {
    return this.kind === Kind.Mark && this.value === mark
  }

  isWord(word: string): boolean {
    return this.kind === Kind.Word && this.value === word
  }

  /** Takes a mark if it stands here. */
  eat(mark: string): boolean {
    const found = this.is(mark)
    if (found) this.next()
    return found
  }

  eatWord(word: string): boolean {
    const found = this.isWord(word)
    if (found) this.next()
    return found
  }

  expect(mark: string): void {
    if (!this.eat(mark)) throw NOT_PLAIN
  }

  /** Whether the token begins a line. */
  get isOnNewLine(): boolean {
    return this.text.slice(this.before, this.start).includes('\n')
  }

  /** The first two characters of what follows this token. */
  get following(): string {
    return this.nextTo(this.end)
  }

  private nextTo(offset: number): string {
    GAP.lastIndex = offset
    GAP.test(this.text)
    return this.text.slice(GAP.lastIndex, GAP.lastIndex + 2)
  }

  /** What stands between commas, up to a closing mark, which is taken too. */
  listed<T>(close: string, read: () => T): T[] {
    const items: T[] = []
    while (!this.eat(close)) {
      items.push(read())
      if (!this.is(close)) this.expect(',')
    }
    return items
  }

  /** A statement ends with a semicolon, a line, or the block around it. */
  endOfStatement(): number {
    const end = this.before
    if (this.is(';')) {
      this.next()
      return this.before
    }
    if (this.kind === Kind.End || this.is('}') || this.isOnNewLine) return end
    throw NOT_PLAIN
  }

  /** From an opening brace to behind the one that closes it; nothing between them is looked at. */
  skipBlock(): void {
    this.from(this.endOfBlock())
  }

  /** Behind the brace that closes the one that opens here. */
  endOfBlock(): number {
    return this.behindPair('{', '}')
  }

  /** What stands behind the parenthesis that closes the one that opens here. */
  behindParentheses(): string {
    return this.nextTo(this.behindPair('(', ')'))
  }

  private behindPair(open: string, close: string): number {
    let depth = 0
    INSIDE.lastIndex = this.start
    for (let found = INSIDE.exec(this.text); found; found = INSIDE.exec(this.text)) {
      const [token] = found
      if (token === open) depth++
      else if (token === close) {
        if (--depth === 0) return found.index + 1
      } else if (token === '/') INSIDE.lastIndex = this.behindSlash(found.index)
      else if (token === '`' || token === "'" || token === '"') throw NOT_PLAIN
    }
    throw NOT_PLAIN
  }

  /** Behind a division, or behind a whole pattern. */
  private behindSlash(at: number): number {
    const left = this.text.slice(Math.max(0, at - 40), at)
    if (BEFORE_OPERAND.test(left)) {
      PATTERN.lastIndex = at
      if (PATTERN.test(this.text)) return PATTERN.lastIndex
    } else if (BEFORE_OPERATOR.test(left)) return at + 1
    throw NOT_PLAIN
  }
}
