/** Members of a text. */

import type { Primitive } from '../../types'
import { host, isUnknown, kindOf, list, type Machine, type Ref, type RValue, type Site } from '../runtime'
import { unknownAt } from '../source'

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
  if (/^\d+$/.test(key)) return text[Number(key)]
  if (!plain.has(key)) return undefined
  return host(key, (args, site) =>
    apply(
      text,
      key,
      args.map((one) => plainArgument(m.force(one))),
      site,
      m,
    ),
  )
}

/** A known value as JavaScript's own; a regular expression literal is one. */
function plainArgument(value: RValue): unknown {
  if (kindOf(value) === 'primitive') return value
  if (kindOf(value) === 'ref' && (value as Ref).module === 'RegExp')
    return new RegExp((value as Ref).path[0]!, (value as Ref).path[1])
  return value
}

function apply(text: string, key: string, args: unknown[], site: Site, m: Machine): RValue {
  const callback = args.find(
    (one) => typeof one === 'object' && one !== null && !(one instanceof RegExp),
  ) as RValue
  if (callback !== undefined && (key !== 'replace' || kindOf(callback) !== 'function')) {
    return unknownAt(site.node, site.source, isUnknown(callback) ? callback.why : 'an argument is not known')
  }
  const replacer = (...found: unknown[]) => String(m.call(callback, found as Primitive[], undefined, site))
  const given = args.map((one) => (one === callback && one !== undefined ? replacer : one))
  const result = (text as unknown as Record<string, (...all: unknown[]) => unknown>)[key]!(...given)
  return Array.isArray(result) ? list([...result]) : (result as Primitive)
}
