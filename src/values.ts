/**
 * What kind of value it is: of those that are read (`Value`), and of those that live while code is being read (`RValue`
 * of `ast`). A guard narrows whichever union it is asked of.
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
/** A function that the reader itself knows. */
export const isHost = isOf('host')
/** Something of a package, or of a module that is not read yet. */
export const isRef = isOf('ref')
/** One of several, by something only known at run time. */
export const isChoice = isOf('choice')

/** It has no kind: a text, a number, true, false, null or undefined. */
export const isPrimitive = <V>(value: V): value is Exclude<V, { kind: string }> =>
  value === null || typeof value !== 'object'

export const tableText = ({ schema, name }: TableName): string => (schema ? `${schema}.${name}` : name)
