/** How much work and how much memory the code of a project may ask for; what goes beyond it is not known. */

import { asError } from '../errors'
import type { Origin } from '../types'
import { isUnknown } from '../values'
import type { Machine, RValue, Site } from './runtime'
import { isOverflow, ReadingFault, unknownAt } from './source'

/** Letters of a text that is put together. */
export const MAX_TEXT = 5_000_000

/** Items of a list that is put together, and keys of an object. */
export const MAX_ITEMS = 50_000

/** Letters, items or steps that are as much work as one evaluation. */
export const LETTERS = 500
const ITEMS = 50
const STEPS = 1000

/** The work stops where it is. */
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
 * What fails at run time (`'='.repeat(-1)`, `new URL('')`), and what takes too much, has no value; the reading goes on.
 */
export function attempted(run: () => RValue, site: Site, m: Machine): RValue {
  const { stack, guarded, frames } = m
  const depth = frames.length
  try {
    return run()
  } catch (error) {
    if (isOverflow(error)) throw error
    Object.assign(m, { stack, guarded })
    frames.length = depth
    const { message } = asError(error)
    return unknownAt(site.node, site.source, error instanceof Exceeded ? message : `it fails (${message})`)
  }
}

/** Names the file in which the work came to its end: what follows there is not read. */
export function sayIfSpent(file: string, m: Machine): boolean {
  if (m.budget > 0) return false
  cutOff(file, 'reading the whole file takes too long', m)
  return true
}

/** What follows in the file may not be as it is read. */
export function cutOff(file: string, why: string, m: Machine, at?: Origin): void {
  if (m.faults.has(file)) return
  m.faults.set(file, new ReadingFault(why, at ?? { file, line: 1, column: 1, span: [0, 0] }))
}

/** Why two values could not be put together. */
export function whyOf(...values: RValue[]): string {
  const unread = values.find(isUnknown)
  if (unread) return unread.why
  return values.every((one) => typeof one !== 'object' || one === null)
    ? TOO_LONG
    : 'its operands are not known'
}
