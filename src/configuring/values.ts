/** Takes texts, lists and switches out of a value that was read, or says what is wrong and where. */

import { UserError } from '../errors'
import { nearest } from '../nearest'
import { pageAt } from '../our-names'
import type { Entry, ObjectValue, Origin, Value } from '../types'
import { isChoice, isList, isObject, isRef, isUnknown } from '../values'

/** A value with the name by which messages call it, and its place. */
export interface Named {
  /** `"paths"`, `"severity"."missing-column"` */
  name: string
  value: Value
  at: Origin
}

export const fault = (what: string, todo: string, at?: Origin): UserError => new UserError(what, todo, at)

const member = ({ value, valueAt }: Entry, name: string): Named => ({ name, value, at: valueAt })

/** @throws UserError if the value is none that can be told without running the file */
function plain({ name, value, at }: Named): Value {
  const why = whyNotPlain(value)
  if (why === undefined) return value
  throw fault(
    `${name} cannot be read without running the file: ${why}.`,
    'Write it as plain data: texts, lists, true and false. No code of the project is run.',
    isUnknown(value) ? value.at : at,
  )
}

function whyNotPlain(value: Value): string | undefined {
  if (isUnknown(value)) return value.why
  if (isChoice(value)) return 'it has several values, by an environment or a branch'
  if (isRef(value)) return `"${value.text}" is no plain value`
  if ((isList(value) || isObject(value)) && value.open) return value.open.why
  return undefined
}

const wrong = ({ name, at }: Named, must: string): UserError =>
  fault(`${name} must be ${must}.`, `${pageAt('config')} lists every key with an example.`, at)

export function text(named: Named): string {
  const value = plain(named)
  if (typeof value === 'string' && value.trim() !== '') return value
  throw wrong(named, 'a text that is not empty')
}

export function flag(named: Named): boolean {
  const value = plain(named)
  if (typeof value === 'boolean') return value
  throw wrong(named, 'true or false')
}

export function list<T>(named: Named, of: (item: Named) => T): T[] {
  const value = plain(named)
  if (!isList(value)) throw wrong(named, 'a list')
  return value.items.map((item, index) =>
    of({
      name: `${named.name}[${index}]`,
      value: item,
      at: isObject(item) ? item.at : named.at,
    }),
  )
}

/** At least one text. */
export function texts(named: Named): string[] {
  const all = list(named, text)
  if (all.length) return all
  throw wrong(named, 'a list that is not empty')
}

/** @param what what a key is, for the message about an unknown one: 'key', 'rule' */
export function entriesIn(named: Named, known: string[], what: string): [key: string, Named][] {
  const value: ObjectValue | Value = plain(named)
  if (!isObject(value)) throw wrong(named, 'an object')
  return [...value.entries].map(([key, entry]) => {
    if (!known.includes(key)) throw unknown(key, known, what, named, entry.at)
    return [key, member(entry, named.name ? `${named.name}."${key}"` : `"${key}"`)]
  })
}

function unknown(key: string, known: string[], what: string, { name }: Named, at: Origin): UserError {
  const near = nearest(key, known)
  return fault(
    `${name ? `${name} has` : 'There is'} no ${what} "${key}".`,
    near ? `Did you mean "${near}"?` : `Choose among ${known.join(', ')}.`,
    at,
  )
}

export function oneOf<T extends string>(named: Named, choices: readonly T[]): T {
  const value = plain(named)
  const chosen = choices.find((one) => one === value)
  if (chosen !== undefined) return chosen
  throw wrong(named, `one of ${choices.map((one) => `"${one}"`).join(', ')}`)
}

/** The literal or a text. */
export function textOr<T extends boolean>(named: Named, literal: T, must: string): string | T {
  const value = plain(named)
  if (value === literal) return literal
  if (typeof value === 'string' && value.trim() !== '') return value
  throw wrong(named, must)
}
