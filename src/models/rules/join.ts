/** Joins the verdicts of all cases: a value that is the same in all is decided, any other becomes an unknown. */

import { basename } from 'node:path'
import type { Entry, Model, Origin, Step, TableName, Unknown } from '../../types'
import { isUnknown } from '../../values'
import { byEnvironment } from './by-environment'
import type { Case, Pick } from './cases'
import type { Verdict } from './judge'
import { quote, sentence, unknown } from './known'

type Joinable = string | boolean | TableName | Unknown | undefined

export function joined(cases: Case<Verdict>[]): Verdict {
  const [first] = cases
  if (cases.length === 1 && first) return first.result
  const verdicts = cases.map(({ result }) => result)
  const needsColumn = joinField(cases, 'the column is', ({ needsColumn }) => needsColumn, needed)
  const same = <T extends Joinable>(subject: string, field: (verdict: Verdict) => T) =>
    joinField(cases, subject, field, shown)
  const paranoid = same('paranoid is', (verdict) => verdict.paranoid)
  return {
    name: same('the name is', (verdict) => verdict.name),
    table: same('the table is', (verdict) => verdict.table),
    paranoid,
    needsColumn,
    attribute: isUnknown(needsColumn)
      ? needsColumn
      : same('the attribute is', (verdict) => verdict.attribute),
    column: isUnknown(needsColumn) ? needsColumn : same('the column is', (verdict) => verdict.column),
    fault: faultOf(verdicts, isUnknown(paranoid)),
    ...placesOf(verdicts),
    ...inEvery(verdicts),
    underscored: same('underscored is', (verdict) => verdict.underscored),
    trace: traceOf(cases),
  }
}

const needed = (value: Joinable) => (value ? 'needed' : 'not needed')

function shown(value: Joinable): string {
  if (typeof value === 'object' && !isUnknown(value))
    return quote([value.schema, value.name].filter(Boolean).join('.'))
  return typeof value === 'string' ? quote(value) : String(value)
}

function joinField<T extends Joinable>(
  cases: Case<Verdict>[],
  subject: string,
  field: (verdict: Verdict) => T,
  words: (value: T) => string,
): T | Unknown {
  const values = cases.map(({ result }) => field(result))
  for (const one of cases) {
    const value = field(one.result)
    if (isUnknown(value)) return openIn(one, value, values.every(isUnknown))
  }
  const texts = values.map(words)
  const [first] = cases
  if (first && new Set(texts).size === 1) return field(first.result)
  return differing(cases, subject, texts)
}

function openIn({ picks }: Case<Verdict>, open: Unknown, everywhere: boolean): Unknown {
  const where = [...picks.values()].map(circumstance).join(' and ')
  return everywhere || !where ? open : { ...open, why: `${where}: ${open.why}` }
}

/** Says "paranoid is true in a and false in b (config.json)" or "development says true, production says nothing". */
function differing(cases: Case<Verdict>[], subject: string, texts: string[]): Unknown {
  const keys = decisive(cases, texts)
  const [only] = keys
  if (only !== undefined && keys.length === 1) {
    const said = byEnvironment(
      cases.flatMap(({ picks, result }, index) => {
        const pick = picks.get(only)
        return pick ? [{ ...pick, trace: result.trace, text: texts[index] ?? '' }] : []
      }),
    )
    if (said) return said
  }
  const whens = new Map<string, Set<string>>()
  cases.forEach(({ picks }, index) => {
    const where = keys.flatMap((key) => picks.get(key) ?? []).map(circumstance)
    const text = texts[index] ?? ''
    whens.set(text, (whens.get(text) ?? new Set()).add(where.join(' and ') || 'otherwise'))
  })
  const parts = [...whens].map(([text, where]) => `${text} ${[...where].join(' or ')}`)
  const at = cases.flatMap(({ picks }) => keys.flatMap((key) => picks.get(key)?.at ?? [])).at(0)
  if (!at) throw new Error(`${subject} differs between cases that differ in nothing`)
  return {
    ...unknown([...whens.keys()].join(' | '), at, `${subject} ${parts.join(' and ')} (${basename(at.file)})`),
    saysAll: true,
  }
}

const circumstance = ({ when }: Pick) => (/^[\w-]+$/.test(when) ? `in ${when}` : `when ${when}`)

/** Returns the one choice that decides the outcome, or all choices if no single one does. */
function decisive(cases: Case<Verdict>[], texts: string[]): string[] {
  const keys = [...new Set(cases.flatMap(({ picks }) => [...picks.keys()]))]
  const one = keys.find((key) => {
    const outcomes = new Map<string | undefined, string | undefined>()
    return cases.every(({ picks }, index) => {
      const when = picks.get(key)?.when
      const before = outcomes.get(when)
      outcomes.set(when, texts[index])
      return before === undefined || before === texts[index]
    })
  })
  return one === undefined ? keys : [one]
}

/** Omits a fault that only some cases have if paranoid itself is unknown. */
function faultOf(verdicts: Verdict[], doubtful: boolean): Model['fault'] {
  const faults = verdicts.flatMap(({ fault }) => fault ?? [])
  return doubtful && faults.length < verdicts.length ? undefined : faults[0]
}

/** Returns the places that are the same in every case that has one. */
function placesOf(verdicts: Verdict[]): Partial<Verdict> {
  const of = <T>(field: (verdict: Verdict) => T | undefined) =>
    verdicts.flatMap((verdict) => field(verdict) ?? [])
  const values = of(({ paranoidValueAt }) => paranoidValueAt)
  const options = of(({ deletedAtOption }) => deletedAtOption)
  const declared = of(({ declared }) => declared)
  return {
    paranoidAt: of(({ paranoidAt }) => paranoidAt)[0],
    paranoidValueAt: onlyOne(values, (at) => at),
    deletedAtOption: onlyOne<Entry>(options, ({ at }) => at),
    declared: onlyOne<Entry>(declared, ({ at }) => at),
  }
}

/** Returns the other columns that every case uses. */
function inEvery(verdicts: Verdict[]): Partial<Verdict> {
  const [first = [], ...others] = verdicts.map(({ alsoAsksFor = [] }) => alsoAsksFor)
  const alsoAsksFor = first.filter((column) => others.every((one) => one.includes(column)))
  return alsoAsksFor.length ? { alsoAsksFor } : {}
}

function onlyOne<T>(found: T[], at: (one: T) => Origin): T | undefined {
  const places = new Set(found.map(at).map(({ file, span }) => `${file}:${span.join('-')}`))
  return places.size === 1 ? found[0] : undefined
}

/** Lists a step of every case once, and a step of only some cases with its circumstance. */
function traceOf(cases: Case<Verdict>[]): Step[] {
  const keyOf = ({ rule, says }: Step) => `${rule} ${says}`
  const times = new Map<string, number>()
  for (const { result } of cases) {
    for (const key of new Set(result.trace.map(keyOf))) times.set(key, (times.get(key) ?? 0) + 1)
  }
  const trace: Step[] = []
  cases.forEach(({ result, picks }, index) => {
    const where = [...picks.values()].map(circumstance).join(' and ')
    for (const step of result.trace) {
      if (times.get(keyOf(step)) === cases.length) index === 0 && trace.push(step)
      else trace.push({ ...step, says: `${sentence(where)}: ${step.says}` })
    }
  })
  return trace
}
