/** Implements the members of strings. */

import type { Primitive } from '../../types'
import { isFunction, isPrimitive, isRef } from '../../values'
import { spendItems, spendSteps, spendText } from '../bounds'
import { isIndex } from '../items'
import { host, list, unknownFor } from '../making'
import { bounded } from '../regex'
import type { Machine, RValue, Site } from '../runtime'

const plain = new Set([
  'toLowerCase',
  'toUpperCase',
  'trim',
  'trimStart',
  'trimEnd',
  'slice',
  'substring',
  'substr',
  'indexOf',
  'lastIndexOf',
  'includes',
  'startsWith',
  'endsWith',
  'charAt',
  'padStart',
  'padEnd',
  'repeat',
  'concat',
  'replace',
  'replaceAll',
  'at',
  'split',
  'toString',
  'charCodeAt',
  'match',
  'search',
  'normalize',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
  'localeCompare',
  'valueOf',
])

export function stringMember(text: string, key: string, m: Machine): RValue {
  if (key === 'length') return text.length
  if (isIndex(key)) return text[Number(key)]
  if (!plain.has(key)) return undefined
  return host(key, (args, site) => apply(text, key, args, site, m))
}

/** The methods that turn a string argument into a regular expression. */
const searches = new Set(['match', 'search'])

/** Converts an argument to a JavaScript value; a regular expression is built with bounds for this text. */
function plainArgument(value: RValue, text: string, key: string, m: Machine): unknown {
  const spend = (steps: number) => spendSteps(steps, m)
  if (typeof value === 'string' && searches.has(key)) return bounded(value, '', text, spend)
  if (isRef(value) && value.module === 'RegExp')
    return bounded(value.path[0] ?? '', value.path[1] ?? '', text, spend)
  return value
}

function apply(text: string, key: string, values: RValue[], site: Site, m: Machine): RValue {
  const known = values.map((one) => m.force(one))
  const args = known.map((one) => plainArgument(one, text, key, m))
  const callback = known.find((one, index) => !isPrimitive(one) && !(args[index] instanceof RegExp))
  if (callback !== undefined && (key !== 'replace' || !isFunction(callback))) {
    return unknownFor(site, 'an argument is not known', callback)
  }
  spendText(text.length, m)
  spendText(longest(text, key, args), m)
  let length = 0
  const replacer = (...found: unknown[]) => {
    const replacement = String(m.call(callback, found.map(primitiveOf), undefined, site))
    length += replacement.length
    spendText(length, m)
    return replacement
  }
  const given = args.map((one) => (one === callback && one !== undefined ? replacer : one))
  const result: unknown = Reflect.apply(Reflect.get(String.prototype, key), text, given)
  if (!Array.isArray(result)) return primitiveOf(result)
  spendItems(result.length, m)
  return list(result.map(primitiveOf))
}

/** Converts a JavaScript result to a primitive; match groups and other objects become undefined. */
export function primitiveOf(value: unknown): Primitive {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value === null ? null : undefined
}

/** The upper bound of the result's length. */
function longest(text: string, key: string, [first, second]: unknown[]): number {
  const length = (one: unknown) => (typeof one === 'string' ? one.length : 0)
  switch (key) {
    case 'repeat':
      return text.length * (Number(first) || 0)
    case 'padStart':
    case 'padEnd':
      return Number(first) || 0
    case 'replace':
    case 'replaceAll': {
      // `$&` and similar patterns insert parts of the text.
      const parts = typeof second === 'string' ? second.split('$').length - 1 : 0
      const isOnce = key === 'replace' && !(first instanceof RegExp && first.global)
      return text.length + (length(second) + parts * text.length) * (isOnce ? 1 : countOf(text, first))
    }
    default:
      return text.length
  }
}

/** The upper bound of the number of matches in the text. */
const countOf = (text: string, sought: unknown): number =>
  typeof sought === 'string' && sought
    ? text.split(sought).length
    : [...text.matchAll(sought instanceof RegExp ? sought : new RegExp(String(sought), 'g'))].length
