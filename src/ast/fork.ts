/** Runs all branches of a fork from the same state and joins their writes. */

import type { Origin } from '../types'
import { bornBefore } from './ages'
import { join } from './choices'
import type { Completion, Journal, List, Machine, Named, Names, RValue } from './runtime'

/** Runs outside of the current fork: a module that a branch loads stays loaded. */
export function apart(run: () => void, m: Machine): void {
  const { journals } = m
  m.journals = []
  try {
    run()
  } finally {
    m.journals = journals
  }
}

const newJournal = (m: Machine): Journal => ({ since: ++m.age, maps: new Map(), lists: new Map() })

export function write(map: Names, key: string, value: Named | undefined, m: Machine): void {
  const journal = m.journals.at(-1)
  if (journal && bornBefore(map, journal)) {
    let keys = journal.maps.get(map)
    if (!keys) journal.maps.set(map, (keys = new Map()))
    if (!keys.has(key)) keys.set(key, map.get(key))
  }
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}

export function writeItems(list: List, items: RValue[], m: Machine): void {
  const journal = m.journals.at(-1)
  if (journal && !journal.lists.has(list)) journal.lists.set(list, list.items)
  list.items = items
}

/** The names and keys that were written, and the lists that were changed. */
export interface Written {
  slots: { map: Names; key: string }[]
  lists: List[]
}

/** Runs a long loop and reports its writes; the writes stay. */
export function watched<T>(run: () => T, m: Machine): { done: T; written(): Written } {
  const { journals } = m
  const journal = newJournal(m)
  journals.push(journal)
  let done: T
  try {
    done = run()
  } finally {
    journals.splice(journals.lastIndexOf(journal))
    handOver(journal, journals.at(-1))
  }
  const slots = () =>
    [...journal.maps].flatMap(([map, keys]) => [...keys.keys()].map((key) => ({ map, key })))
  return { done, written: () => ({ slots: slots(), lists: [...journal.lists.keys()] }) }
}

/** Copies the previous values into the journal of the enclosing fork. */
function handOver(journal: Journal, outer: Journal | undefined): void {
  if (!outer) return
  for (const [map, keys] of journal.maps) {
    if (!bornBefore(map, outer)) continue
    const known = outer.maps.get(map) ?? new Map()
    outer.maps.set(map, known)
    for (const [key, before] of keys) if (!known.has(key)) known.set(key, before)
  }
  for (const [list, before] of journal.lists) if (!outer.lists.has(list)) outer.lists.set(list, before)
}

interface BranchWrites {
  when: string
  done: Completion
  after: Journal
}

/** Runs a branch, restores the state, and returns the branch's writes. */
function take(branch: { when: string; run(): Completion }, m: Machine): BranchWrites {
  const { journals } = m
  const journal = newJournal(m)
  const effects = m.effects.length
  journals.push(journal)
  m.guarded++
  let done: Completion
  try {
    done = branch.run()
  } finally {
    m.guarded--
    journals.splice(journals.lastIndexOf(journal))
  }
  // A branch that throws loses its effects.
  if (done.type === 'throw') m.effects.length = effects
  const after: Journal = { since: journal.since, maps: new Map(), lists: new Map() }
  for (const [map, keys] of journal.maps) {
    const now = new Map<string, Named | undefined>()
    for (const [key, before] of keys) {
      now.set(key, map.get(key))
      if (before === undefined) map.delete(key)
      else map.set(key, before)
    }
    after.maps.set(map, now)
  }
  for (const [list, before] of journal.lists) {
    after.lists.set(list, list.items)
    list.items = before
  }
  return { when: branch.when, done, after }
}

/**
 * @param effectsOnly drops the branches' writes (used for error handlers)
 * @returns `maybe` if one branch leaves and another goes on: the following statements may not run
 */
export function fork(
  branches: { when: string; run(): Completion }[],
  at: Origin,
  m: Machine,
  effectsOnly = false,
): Completion {
  const writes = branches.map((branch) => take(branch, m))
  if (effectsOnly) return { type: 'normal' }
  const alive = writes.filter(({ done }) => done.type !== 'throw')
  if (alive.length === 0) return { type: 'throw' }
  const staying = alive.filter(({ done }) => done.type === 'normal' || done.type === 'maybe')
  joinWrites(staying.length ? staying : alive, at, m)
  return joinCompletions(alive, staying, at, m)
}

function joinCompletions(alive: BranchWrites[], staying: BranchWrites[], at: Origin, m: Machine): Completion {
  const returns = alive.flatMap(({ done, when }) =>
    done.type === 'return' ? [{ value: done.value, when }] : [],
  )
  if (staying.length === 0) {
    if (returns.length) return { type: 'return', value: join(returns, at) }
    return alive[0]?.done ?? { type: 'throw' }
  }
  m.frames.at(-1)?.returns.push(...returns)
  const left = staying.length < alive.length || staying.some(({ done }) => done.type === 'maybe')
  return left ? { type: 'maybe' } : { type: 'normal' }
}

function joinWrites(writes: BranchWrites[], at: Origin, m: Machine): void {
  for (const map of new Set(writes.flatMap(({ after }) => [...after.maps.keys()]))) {
    for (const key of new Set(writes.flatMap(({ after }) => [...(after.maps.get(map)?.keys() ?? [])]))) {
      const before = map.get(key)
      const cases = writes.map(({ after, when }) => {
        const own = after.maps.get(map)
        return { when, slot: own?.has(key) ? own.get(key) : before }
      })
      joinSlot(map, key, cases, at, m)
    }
  }
  for (const list of new Set(writes.flatMap(({ after }) => [...after.lists.keys()]))) {
    const lengths = writes.map(({ after }) => after.lists.get(list) ?? list.items)
    writeItems(
      list,
      lengths.reduce((long, one) => (one.length > long.length ? one : long)),
      m,
    )
  }
}

function joinSlot(
  live: Names,
  key: string,
  cases: { when: string; slot: Named | undefined }[],
  at: Origin,
  m: Machine,
): void {
  const first = cases.find(({ slot }) => slot)?.slot
  if (!first || 'thunk' in first) return write(live, key, first, m)
  const values = cases.map(({ when, slot }) => ({
    when,
    value: slot && 'value' in slot ? slot.value : undefined,
  }))
  write(live, key, { ...first, value: join(values, at) }, m)
}
