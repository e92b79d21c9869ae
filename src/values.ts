/**
 * Type guards for values: both for plain read values (`Value`) and for the interpreter's values (`RValue` of `ast`).
 * Each guard narrows the union of its argument.
 */

import type { Primitive, TableName, Unknown } from './types'

const isOf =
  <K extends string>(kind: K) =>
  <V extends Primitive | { kind: string }>(value: V): value is Extract<V, { kind: K }> =>
    typeof value === 'object' && value !== null && value.kind === kind

export const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'unknown'
export const known = <T>(value: T | Unknown | undefined): T | undefined =>
  isUnknown(value) ? undefined : value
export const isObject = isOf('object')
export const isList = isOf('list')
export const isFunction = isOf('function')
export const isClass = isOf('class')
/** A function that the interpreter implements itself. */
export const isHost = isOf('host')
/** A reference into a package, or into a module that is not read yet. */
export const isRef = isOf('ref')
/** One of several values; which one is decided at run time. */
export const isChoice = isOf('choice')

/** A value without a `kind`: string, number, boolean, null or undefined. */
export const isPrimitive = <V>(value: V): value is Exclude<V, { kind: string }> =>
  value === null || typeof value !== 'object'

export const tableText = ({ schema, name }: TableName): string => (schema ? `${schema}.${name}` : name)
