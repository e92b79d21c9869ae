/** Judges a definition once for every case of its choices: development, production, a branch. */

import type { Choice, Origin } from '../../types'
import { isChoice } from '../../values'
import { type Settle, unknown } from './known'

export interface Pick {
  when: string
  at: Origin
}

/** The result of one run, with the alternatives that it took. */
export interface Case<T> {
  result: T
  picks: Map<string, Pick>
}

/** The limit of cases; a choice beyond it becomes unknown. */
const MOST = 64

export function everyCase<T>(judge: (settle: Settle) => T): Case<T>[] {
  const done: Case<T>[] = []
  const open: Map<string, Pick>[] = [new Map()]
  for (let picks = open.pop(); picks; picks = open.pop()) {
    const result = judge(settler(picks, open, () => done.length + open.length))
    done.push({ result, picks })
  }
  return done
}

function settler(picks: Map<string, Pick>, open: Map<string, Pick>[], count: () => number): Settle {
  return (value) => {
    let current = value
    while (isChoice(current)) current = pick(current, picks, open, count)
    return current
  }
}

function pick(choice: Choice, picks: Map<string, Pick>, open: Map<string, Pick>[], count: () => number) {
  const key = keyOf(choice)
  const before = picks.get(key)
  const chosen = before && choice.of.find(({ when }) => when === before.when)
  if (chosen) return chosen.value
  if (count() + choice.of.length > MOST) return tooMany(choice)
  const [first, ...others] = choice.of
  if (!first) return tooMany(choice)
  for (const other of others.reverse()) {
    open.push(new Map(picks).set(key, { when: other.when, at: choice.at }))
  }
  picks.set(key, { when: first.when, at: choice.at })
  return first.value
}

/** Choices of one file between the same cases take the same case: all options share one environment. */
const keyOf = (choice: Choice) => [choice.at.file, ...choice.of.map(({ when }) => when)].join('\n')

const tooMany = (choice: Choice) =>
  unknown(choice.of.map(({ when }) => when).join(' | '), choice.at, 'there are too many cases to tell apart')
