/** Guards for values that the project's own code returns. */

export type Fields = Record<string, unknown>

export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** The properties of an object or a function; empty for other values. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'function' || isObject(value) ? Object(value) : {}

export const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
