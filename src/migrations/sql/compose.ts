/** Computes the texts that an expression of strings may make: `'ALTER TABLE ' || name`, CONCAT(…), format(…). */

import type { Script } from './script'
import { contentOf, is, isSome, separated, type Token, type Tokens } from './tokens'
import { assignedTo, loopedOver } from './variables'

/** Stands for a part that is known only at run time. */
export const HOLE = '__unread_0__'

/** The limit of texts; beyond it a further operand becomes `HOLE`. */
const MOST = 200

/** Returns every text that the expression may make; `HOLE` stands for an unknown part. */
export function textsOf(tokens: Token[], script: Script, seen: string[]): string[] {
  return operandsOf(tokens)
    .map((operand) => operandTexts(operand, script, seen))
    .reduce(joined, [''])
}

const joined = (heads: string[], tails: string[]): string[] =>
  heads.length * tails.length > MOST
    ? heads.map((head) => head + HOLE)
    : heads.flatMap((head) => tails.map((tail) => head + tail))

/** Splits at `||` and `+`, and between adjacent strings, which the database joins. */
function operandsOf(tokens: Token[]): Tokens[] {
  let operand: Token[] = []
  const operands = [operand]
  let depth = 0
  for (const [index, token] of tokens.entries()) {
    if (is(token, '(')) depth++
    if (is(token, ')')) depth--
    const follows = token.kind === 'string' && tokens[index - 1]?.kind === 'string'
    const joins = depth === 0 && is(token, '||', '+')
    if (joins || (depth === 0 && follows)) operands.push((operand = []))
    if (!joins) operand.push(token)
  }
  return operands.filter(isSome)
}

function operandTexts(operand: Tokens, script: Script, seen: string[]): string[] {
  const [first, second] = operand
  if (operand.length === 1)
    return isString(first, script) ? [contentOf(first)] : valuesOf(first, script, seen)
  if (!is(second, '(') || !is(operand.at(-1), ')')) return [HOLE]
  const args = separated(operand.slice(2, -1))
  if (is(first, 'CONCAT')) return args.map((arg) => textsOf(arg, script, seen)).reduce(joined, [''])
  if (!is(first, 'FORMAT')) return [HOLE]
  const [template = [], ...values] = args
  return textsOf(template, script, seen).flatMap((text) => formatted(text, values, script, seen))
}

export const isString = (token: Token, { notation }: Script): boolean =>
  token.kind === 'string' || (notation.mysql === true && token.text.startsWith('"'))

function valuesOf(variable: Token, script: Script, seen: string[]): string[] {
  if (variable.kind !== 'word' || seen.includes(variable.text)) return [HOLE]
  const looped = loopedOver(variable, script)
  if (looped.length > 0) return looped
  const [value, ...more] = assignedTo(variable, script)
  return value && more.length === 0 ? textsOf(value.tokens, script, [...seen, variable.text]) : [HOLE]
}

/** Applies PostgreSQL's format: %I is a name, %s a text, %L a literal; %1$I is the first value. */
function formatted(template: string, values: Token[][], script: Script, seen: string[]): string[] {
  let next = 0
  const parts = template.split(/(%(?:\d+\$)?-?\d*[ILs]|%%)/)
  return parts
    .map((part) => {
      if (part === '%%') return ['%']
      const [, place, kind] = /^%(?:(\d+)\$)?-?\d*([ILs])$/.exec(part) ?? []
      if (kind === undefined) return [part]
      const value = values[place === undefined ? next++ : Number(place) - 1]
      return textsOf(value ?? [], script, seen).map((text) => written(text, kind))
    })
    .reduce(joined, [''])
}

function written(text: string, kind: string): string {
  if (text === HOLE || text === '' || kind === 's') return text || HOLE
  return kind === 'I' ? `"${text.replaceAll('"', '""')}"` : `'${text.replaceAll("'", "''")}'`
}
