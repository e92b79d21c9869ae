/** Values of the project's own code: nothing is known of them but what is looked at. */

export type Fields = Record<string, unknown>

export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** Its properties, if it can have any; a function can. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'function' || isObject(value) ? Object(value) : {}

export const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
