/** Limits the work and the memory that a project's code may use; results beyond the limits are unknown. */

import { asError } from '../errors'
import type { Origin } from '../types'
import { isUnknown } from '../values'
import { isOverflow, ReadingFault, startOf } from './faults'
import { unknownFor } from './making'
import type { Machine, RValue, Site } from './runtime'

/** The most characters of a string that the interpreter builds. */
export const MAX_TEXT = 5_000_000

/** The most items of a list, and the most keys of an object, that the interpreter builds. */
export const MAX_ITEMS = 50_000

/** This many characters, items or regex steps cost as much as one evaluation. */
export const LETTERS = 500
const ITEMS = 50
const STEPS = 1000

/** Thrown when a limit is exceeded. */
export class Exceeded extends Error {}

export const TOO_LONG = 'the text grows too long'
export const TOO_MANY = 'the list grows too long'

function spend(units: number, m: Machine): void {
  m.budget -= Math.ceil(units)
  if (m.budget <= 0) throw new Exceeded('reading it takes too long')
}

/** @throws Exceeded */
export function spendText(length: number, m: Machine): void {
  if (length > MAX_TEXT) throw new Exceeded(TOO_LONG)
  spend(length / LETTERS, m)
}

/** @throws Exceeded */
export function spendItems(count: number, m: Machine): void {
  if (count > MAX_ITEMS) throw new Exceeded(TOO_MANY)
  spend(count / ITEMS, m)
}

/** @throws Exceeded */
export const spendSteps = (steps: number, m: Machine): void => spend(steps / STEPS, m)

/**
 * Runs a builtin. If it throws (`'='.repeat(-1)`, `new URL('')`) or exceeds a limit, the result is an Unknown.
 */
export function attempted(run: () => RValue, site: Site, m: Machine): RValue {
  const { stack, guarded, frames } = m
  const depth = frames.length
  try {
    const made = run()
    if (typeof made === 'string' && made.length > MAX_TEXT) throw new Exceeded(TOO_LONG)
    return made
  } catch (error) {
    if (isOverflow(error)) throw error
    Object.assign(m, { stack, guarded })
    frames.length = depth
    const { message } = asError(error)
    return unknownFor(site, error instanceof Exceeded ? message : `it fails (${message})`)
  }
}

/** Spends the whole budget, so that the file is reported as not read to its end: a recursion exceeds the limit. */
export const giveUp = (m: Machine): void => {
  m.budget = 0
}

/** Records a fault for the file if the budget is spent: the rest of the file is not read. */
export function sayIfSpent(file: string, m: Machine): boolean {
  if (m.budget > 0) return false
  cutOff(file, 'reading the whole file takes too long', m)
  return true
}

/** Records as the file's fault that reading stopped early: later results in the file may be wrong. */
export function cutOff(file: string, why: string, m: Machine, at?: Origin): void {
  if (m.faults.has(file)) return
  m.faults.set(file, new ReadingFault(why, at ?? startOf(file)))
}

/** The reason why an operation on these values has no known result. */
export function whyOf(...values: RValue[]): string {
  const unread = values.find(isUnknown)
  if (unread) return unread.why
  return values.every((one) => typeof one !== 'object' || one === null)
    ? TOO_LONG
    : 'its operands are not known'
}
