/** Splits normalised SQL into words, names, strings and signs, each with its position in the text. */

export interface Token {
  /** `name` is quoted; `string` also stands for `$$ … $$`. */
  kind: 'word' | 'name' | 'string' | 'sign'
  text: string
  start: number
  end: number
}

const pattern = new RegExp(
  [
    String.raw`(?<string>(?:[nbx]|U&)?'[^']*(?:''[^']*)*'|(?<![\w$])\$(?<tag>[\p{L}_]\w*)?\$[^]*?\$\k<tag>\$)`,
    '(?<name>(?:U&)?"[^"]*(?:""[^"]*)*"|`[^`]*(?:``[^`]*)*`)',
    String.raw`(?<word>\d+(?:\.\d+)?(?![\w$])|[#@]{0,2}[\p{L}\p{N}_$][\p{L}\p{N}_$#@]*)`,
    String.raw`(?<sign>:::?|:=|\|\||\S)`,
  ].join('|'),
  'giu',
)

export function tokensOf(text: string): Token[] {
  const found: Token[] = []
  for (const match of text.matchAll(pattern)) {
    const { string, name, word } = match.groups ?? {}
    const kind = string ? 'string' : name ? 'name' : word ? 'word' : 'sign'
    // CockroachDB also writes a cast with three colons.
    const text = match[0] === ':::' ? '::' : match[0]
    found.push({ kind, text, start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** Whether the token is one of these keywords or signs, unquoted. */
export const is = (token: Token | undefined, ...words: string[]): boolean =>
  (token?.kind === 'word' || token?.kind === 'sign') && words.includes(token.text.toUpperCase())

/** Returns the content of a string or a quoted name. */
export function contentOf({ text }: Token): string {
  const dollars = /^\$\w*\$/.exec(text)?.[0].length
  if (dollars) return text.slice(dollars, -dollars)
  const quote = text.at(-1) ?? ''
  return text.slice(text.indexOf(quote) + 1, -1).replaceAll(quote + quote, quote)
}

/** At least one token. */
export type Tokens = [Token, ...Token[]]

export const isSome = (tokens: Token[]): tokens is Tokens => tokens.length > 0

/** Splits tokens at commas outside of parentheses. */
export function separated(tokens: Token[]): Tokens[] {
  let part: Token[] = []
  const parts = [part]
  for (const { token, depth } of levelled(tokens)) {
    if (depth > 0 || !is(token, ',')) part.push(token)
    else parts.push((part = []))
  }
  return parts.filter(isSome)
}

/** Returns the tokens outside of parentheses, and the outer parentheses themselves. */
export const outermost = (tokens: Token[]): Token[] =>
  levelled(tokens).flatMap(({ token, depth }) => (depth === 0 ? token : []))

/** Returns each token with the number of parentheses around it. */
function levelled(tokens: Token[]): { token: Token; depth: number }[] {
  let depth = 0
  return tokens.map((token) => {
    if (is(token, ')', ']')) depth--
    const level = { token, depth }
    if (is(token, '(', '[')) depth++
    return level
  })
}
