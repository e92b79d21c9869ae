/** In how many ways a backtracking engine may try a pattern at one place of a text: an upper bound. */

/**
 * A repetition of what can itself match in several ways has no bound (`(a+)+`); all else is multiplied: a repetition
 * without end by the length of the text, what may be left out by two, alternatives by their number.
 */
export function waysOf(pattern: string, length: number): number {
  const around: Group[] = []
  let group: Group = { sum: 0, product: 1 }
  let last = 1
  for (const [token] of pattern.matchAll(TOKEN)) {
    if (token.startsWith('(')) {
      around.push(group)
      group = { sum: 0, product: 1 }
    } else if (token === ')') {
      last = group.sum + group.product
      group = around.pop() ?? group
      group.product *= last
    } else if (token === '|') {
      group.sum += group.product
      group.product = 1
      last = 1
    } else if (QUANTIFIER.test(token)) {
      group.product *= repeated(token, last, length)
      last = 1
    } else last = 1
  }
  return [...around, group].reduce((all, { sum, product }) => all * (sum + product), 1)
}

interface Group {
  /** Of the alternatives before. */
  sum: number
  /** Of this one. */
  product: number
}

const TOKEN =
  /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|<\w+>|[\w-]*:))?|[)|]|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gsu
const QUANTIFIER = /^(?:[*+?]\??|\{\d+(?:,\d*)?\}\??)$/

/** How many more ways there are where an atom of so many is repeated so. */
function repeated(quantifier: string, ways: number, length: number): number {
  const [least = 0, most = length] = countsOf(quantifier)
  if (most > 1 && ways > 1) return Number.POSITIVE_INFINITY
  return Math.max(1, Math.min(most, length) - least + 1)
}

function countsOf(quantifier: string): [least: number, most?: number] {
  if (quantifier[0] === '?') return [0, 1]
  if (quantifier[0] === '+') return [1]
  if (quantifier[0] === '*') return [0]
  const [, least = '0', range, most] = /^\{(\d+)(,(\d*))?\}/.exec(quantifier) ?? []
  if (range === undefined) return [Number(least), Number(least)]
  return most ? [Number(least), Number(most)] : [Number(least)]
}
