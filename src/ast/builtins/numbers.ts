/** Implements the functions of JavaScript that compute a primitive value from primitive values alone. */

import { isPrimitive } from '../../values'
import { spendText } from '../bounds'
import { host, notKnown } from '../making'
import type { Host, Machine, RValue } from '../runtime'
import { primitiveOf } from './strings'

type Pure = (...args: never[]) => unknown

function pure(name: string, run: Pure, m: Machine): Host {
  return host(name, (given, site) => {
    const args = given.map((one) => m.force(one))
    const vague = args.find((one) => !isPrimitive(one))
    if (vague !== undefined) return notKnown(site, vague)
    for (const one of args) if (typeof one === 'string') spendText(one.length, m)
    return primitiveOf(Reflect.apply(run, undefined, args))
  })
}

/** The members of `Math` or `Number` by name: their constants, and their functions but those that depend on chance. */
export function numbersOf(holder: object, m: Machine): Record<string, RValue> {
  const members: [string, RValue][] = []
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
    if (typeof value === 'number') members.push([name, value])
    else if (typeof value === 'function' && name !== 'random') members.push([name, pure(name, value, m)])
  }
  return Object.fromEntries(members)
}

const functions: Record<string, Pure> = {
  parseInt,
  parseFloat,
  isNaN,
  isFinite,
  encodeURI,
  encodeURIComponent,
  decodeURI,
  decodeURIComponent,
}

/** Makers of the global functions by name. */
export const pureGlobals: Record<string, (m: Machine) => RValue> = Object.fromEntries(
  Object.entries(functions).map(([name, run]) => [name, (m: Machine) => pure(name, run, m)]),
)
