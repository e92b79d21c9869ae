/** Normalises SQL for the splitter and the grammar: removes comments, escapes and data. */

import type { Notation } from '../../types'

const plainString = "'[^']*(?:''[^']*)*'"
const escapedString = String.raw`'[^'\\]*(?:(?:''|\\[^])[^'\\]*)*'`
const plainName = '"[^"]*(?:""[^"]*)*"'
const escapedName = String.raw`"[^"\\]*(?:(?:""|\\[^])[^"\\]*)*"`
const inComment = String.raw`(?:(?!\*/|/\*)[^])*`
const flat = String.raw`/\*[^]*?\*/`
const nesting = String.raw`${inComment}(?:/\*${inComment}\*/${inComment})*\*/`

const made = new WeakMap<Notation, RegExp>()

/** Caches the pattern, because making it costs more than using it. */
function patternFor(notation: Notation): RegExp {
  const pattern = made.get(notation) ?? patternOf(notation)
  made.set(notation, pattern)
  return pattern
}

function patternOf({ backslash, brackets, mysql, dollar, nested }: Notation): RegExp {
  const parts = [
    String.raw`(?<data>^COPY\s[^;\n]*\sFROM\s+STDIN\b[^;\n]*;[^\n]*\n(?:[^\n]*\n)*?\\\.[^\S\n]*$)`,
    String.raw`(?<psql>^\\[a-z!?][^\n]*)`,
    `(?<comment>--[^\\n]*|${nested ? `/\\*${nesting}` : mysql ? `#[^\\n]*|/\\*M?!${nesting}|${flat}` : flat})`,
    dollar && String.raw`(?<![\w$])\$(?<tag>[\p{L}_]\w*)?\$[^]*?\$\k<tag>\$`,
    `(?<escaped>${backslash ? `${escapedString}|${escapedName}` : `(?<![\\w$])E${escapedString}`})`,
    `${plainString}|${plainName}|\`[^\`]*(?:\`\`[^\`]*)*\``,
    brackets && String.raw`(?<bracket>\[[^\]]*(?:\]\][^\]]*)*\])`,
    '(?<broken>[\'"`]|/\\*)',
  ]
  return new RegExp(parts.filter(Boolean).join('|'), 'gimu')
}

const letters: Record<string, string> = { n: '\n', r: '\r', t: '\t', '\\': '' }

/** Removes backslashes from a string; for tables and columns they have no meaning. */
function unescaped(text: string): string {
  const quoted = text.replace(/^e/i, '')
  const quote = quoted.charAt(0)
  return quoted.replace(/\\(.)/gs, (_, letter) =>
    letter === quote ? quote + quote : (letters[letter] ?? letter),
  )
}

const unbracketed = (text: string): string =>
  `"${text.slice(1, -1).replaceAll(']]', ']').replaceAll('"', '""')}"`

/** Returns the code in a comment that begins with `/*!40101`: MySQL runs it, except version 999999. */
function conditional(comment: string): string | undefined {
  const [, version, code] = /^\/\*M?!(\d{5,6})?(.*)\*\/$/s.exec(comment) ?? []
  return code !== undefined && version !== '999999' ? code : undefined
}

/** Matches `DELIMITER '//'`. */
const quotedDelimiter = /^(\s*DELIMITER[ \t]+)(['"])(\S+?)\2/gim

/**
 * Returns the SQL without comments, psql commands and COPY data, and with escapes and brackets in the common form.
 * Returns undefined if a quote or a comment is never closed.
 */
export function normalized(sql: string, notation: Notation): string | undefined {
  let broken = false
  const plain = notation.mysql ? sql.replace(quotedDelimiter, '$1$3') : sql
  const text = plain.replace(patternFor(notation), (match, ...rest) => {
    const is = rest.at(-1) as Record<string, string | undefined>
    if (is.broken) broken = true
    if (is.comment) return (notation.mysql && normalized(conditional(match) ?? ' ', notation)) || ' '
    if (is.data || is.psql) return ' '
    if (is.escaped) return unescaped(match)
    return is.bracket ? unbracketed(match) : match
  })
  return broken ? undefined : text
}
