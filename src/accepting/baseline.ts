/** Accepts findings that a baseline lists: by rule, database, model and table, never by a line. */

import { acceptable } from '../finding-kinds'
import type { BaselineEntry, BaselineRest, Finding, Judged } from '../types'
import { isUnknown, tableText } from '../values'

/** What of a finding or an entry identifies it. */
type Key = Pick<BaselineEntry, 'rule' | 'database' | 'model' | 'table'>

const keyOf = ({ rule, database = '', model, table = '' }: Key): string =>
  JSON.stringify([database, model, table, rule])

const inOrder = (one: Key, other: Key): number => (keyOf(one) < keyOf(other) ? -1 : 1)

const keyOfFinding = ({ rule, database, model, table }: Finding): Key | undefined =>
  model === null || !acceptable.includes(rule)
    ? undefined
    : {
        rule,
        ...(database !== undefined && { database }),
        model,
        ...(table && { table: tableText(table) }),
      }

/** The entries that accept these findings, sorted, each key once. */
export function entriesOf(findings: Finding[]): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>()
  for (const key of findings.flatMap((finding) => keyOfFinding(finding) ?? [])) {
    const count = (entries.get(keyOf(key))?.count ?? 0) + 1
    entries.set(keyOf(key), { ...key, count })
  }
  return [...entries.values()].map(withoutOne).sort(inOrder)
}

/** Sorts entries and leaves out those that are there twice; of two counts the larger holds. */
export function joinedEntries(entries: BaselineEntry[]): BaselineEntry[] {
  const joined = new Map<string, BaselineEntry>()
  for (const entry of entries) {
    const count = Math.max(entry.count ?? 1, joined.get(keyOf(entry))?.count ?? 1)
    joined.set(keyOf(entry), { ...entry, count })
  }
  return [...joined.values()].map(withoutOne).sort(inOrder)
}

const withoutOne = ({ count = 1, ...key }: BaselineEntry): BaselineEntry =>
  count > 1 ? { ...key, count } : key

/**
 * Sets `accepted` of each finding that the baseline lists. Where there are more findings of a key than the baseline
 * counts, nothing tells which is new: all of them stand.
 *
 * @param isWhole whether all of the project was read, so that a model that is not there has gone
 * @param mayBeElsewhere whether what was not judged may hold another model of this name
 */
export function acceptByBaseline(
  models: Judged[],
  entries: BaselineEntry[],
  { isWhole, mayBeElsewhere }: { isWhole: boolean; mayBeElsewhere(name: string): boolean },
): BaselineRest {
  const findings = models.flatMap(({ finding }) => (finding && !finding.accepted ? [finding] : []))
  const byKey = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = keyOfFinding(finding)
    if (key) byKey.set(keyOf(key), [...(byKey.get(keyOf(key)) ?? []), finding])
  }
  const rest: BaselineRest = { exceeded: [], stale: [], kept: [] }
  for (const entry of joinedEntries(entries)) {
    const its = byKey.get(keyOf(entry)) ?? []
    const { count = 1 } = entry
    if (its.length > count) rest.exceeded.push({ entry, found: its.length })
    else for (const finding of its) finding.accepted = { by: 'baseline', reason: REASON }
    const own = models.filter((judged) => isOf(judged, entry))
    // Of a model in doubt nothing tells that its finding has gone.
    const isDoubted = own.some(({ status }) => status !== entry.rule && isDoubt(status))
    const hasGone =
      its.length < count &&
      (its.length > 0 || !isDoubted) &&
      (isWhole || (own.length > 0 && !mayBeElsewhere(entry.model)))
    const left = hasGone ? its.length : count
    if (left < count) rest.stale.push(entry)
    if (left) rest.kept.push(withoutOne({ ...entry, count: left }))
  }
  return rest
}

const isDoubt = (status: Judged['status']): boolean => status === 'undecided' || status === 'unproven'

const REASON = 'listed in the baseline'

/** Whether it is the model of the entry: then the entry has been judged. */
function isOf({ model: { name, table }, database }: Judged, entry: BaselineEntry): boolean {
  const isSame = (isUnknown(name) ? name.text : name) === entry.model && database === entry.database
  if (!isSame || entry.table === undefined || isUnknown(table)) return isSame
  return tableText(table) === entry.table
}

/** The entries for one database of the tree, as that database sees itself. */
export const entriesIn = (entries: BaselineEntry[], name: string): BaselineEntry[] =>
  entries.flatMap(({ database, ...entry }) => (database === name ? [entry] : []))
