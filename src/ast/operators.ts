/** Applies operators to known values. */

import type { Primitive } from '../types'
import {
  isChoice,
  isClass,
  isFunction,
  isHost,
  isList,
  isObject,
  isPrimitive,
  isRef,
  isUnknown,
} from '../values'
import { MAX_TEXT } from './bounds'
import { truthy } from './choices'
import { hasKey } from './items'
import type { RValue } from './runtime'

type Known = { known: true; value: RValue } | { known: false; value?: undefined }

/** The result of `left operator right`; undefined if it is not known. */
export function operate(operator: string, left: RValue, right: RValue): Primitive {
  if (operator === 'in') return isPrimitive(left) ? within(String(left), right) : undefined
  if (!isPrimitive(left) || !isPrimitive(right)) return identity(operator, left, right)
  const [a, b] = [Number(left), Number(right)]
  switch (operator) {
    case '+':
      return sumOf(left, right)
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '%':
      return a % b
    case '**':
      return a ** b
    case '&':
      return a & b
    case '|':
      return a | b
    case '^':
      return a ^ b
    case '<<':
      return a << b
    case '>>':
      return a >> b
    case '>>>':
      return a >>> b
    case '===':
      return left === right
    case '!==':
      return left !== right
    case '==':
      return alike(left, right)
    case '!=':
      return !alike(left, right)
    default:
      return typeof left === 'string' && typeof right === 'string'
        ? compared(operator, left, right)
        : compared(operator, a, b)
  }
}

function compared<T extends string | number>(operator: string, a: T, b: T): boolean | undefined {
  switch (operator) {
    case '<':
      return a < b
    case '>':
      return a > b
    case '<=':
      return a <= b
    case '>=':
      return a >= b
    default:
      return undefined
  }
}

/** Adds numbers or concatenates strings; undefined if the string exceeds the limit. */
function sumOf(left: Primitive, right: Primitive): Primitive {
  if (typeof left !== 'string' && typeof right !== 'string') return Number(left) + Number(right)
  const [a, b] = [String(left), String(right)]
  return a.length + b.length > MAX_TEXT ? undefined : a + b
}

// biome-ignore lint/suspicious/noDoubleEquals: it is what the code says.
const alike = (left: Primitive, right: Primitive) => left == right

/** Whether an object has the key, of its own or inherited. */
function within(key: string, value: RValue): boolean | undefined {
  const own = hasKey(value, key)
  if (own || !isObject(value)) return own
  return value.made !== undefined || value.class || key in Object.prototype ? undefined : own
}

/** Compares by identity: an object never equals a primitive. */
function identity(operator: string, left: RValue, right: RValue): Primitive {
  const vague = (value: RValue) => isUnknown(value) || isChoice(value) || isRef(value)
  if (operator === 'instanceof' || vague(left) || vague(right)) return undefined
  if (operator === '===' || operator === '==') return left === right
  if (operator === '!==' || operator === '!=') return left !== right
  return undefined
}

export function unary(operator: string, value: RValue): Known {
  if (operator === 'void') return { known: true, value: undefined }
  if (operator === '!') {
    const test = truthy(value)
    return test === undefined ? { known: false } : { known: true, value: !test }
  }
  if (operator === 'typeof') return typeOf(value)
  if (!isPrimitive(value)) return { known: false }
  if (operator === '-') return { known: true, value: -Number(value) }
  if (operator === '+') return { known: true, value: Number(value) }
  if (operator === '~') return { known: true, value: ~Number(value) }
  return { known: false }
}

function typeOf(value: RValue): Known {
  if (isPrimitive(value)) return { known: true, value: value === null ? 'object' : typeof value }
  if (isObject(value) || isList(value)) return { known: true, value: 'object' }
  if (isUnknown(value) && value.partial !== undefined) return { known: true, value: 'string' }
  if (isFunction(value) || isClass(value) || isHost(value)) return { known: true, value: 'function' }
  return { known: false }
}
