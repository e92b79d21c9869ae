/** Computes an upper bound of the ways in which a backtracking engine may try a pattern at one offset. */

/**
 * Repeating an atom that matches in several ways (`(a+)+`) is unbounded. Otherwise the factors multiply: the text's
 * length for an unlimited repetition, two for an optional atom, the number of alternatives for a group.
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
  /** The ways of the previous alternatives. */
  sum: number
  /** The ways of the current alternative. */
  product: number
}

const TOKEN =
  /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|<\w+>|[\w-]*:))?|[)|]|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gsu
const QUANTIFIER = /^(?:[*+?]\??|\{\d+(?:,\d*)?\}\??)$/

/** The factor by which a quantifier multiplies the ways of its atom. */
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
