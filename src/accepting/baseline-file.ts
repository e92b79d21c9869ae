/** Reads and prints the text of a baseline: one entry a line, so that two branches seldom touch the same. */

import { acceptable, isRule } from '../finding-kinds'
import { nearest } from '../nearest'
import type { BaselineEntry } from '../types'

const VERSION = 1

/** @returns the entries, or one clause that says why there are none */
export function readBaseline(text: string): { entries: BaselineEntry[] } | { fault: string } {
  let document: unknown
  try {
    document = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return { fault: 'it is no JSON' }
  }
  if (!isRecord(document)) return { fault: 'it is no object' }
  if (document.version !== VERSION) return { fault: `its "version" is not ${VERSION}` }
  const odd = Object.keys(document).find((key) => !['$schema', 'version', 'accepted'].includes(key))
  if (odd !== undefined) return { fault: `it has a field "${odd}", which means nothing` }
  if (!Array.isArray(document.accepted)) return { fault: 'it has no list "accepted"' }
  const entries: BaselineEntry[] = []
  for (const [index, one] of document.accepted.entries()) {
    const entry = entryOf(one)
    if (typeof entry === 'string') return { fault: `entry ${index + 1} of "accepted" ${entry}` }
    entries.push(entry)
  }
  return { entries }
}

const FIELDS = ['rule', 'database', 'model', 'table', 'count']

function entryOf(given: unknown): BaselineEntry | string {
  if (!isRecord(given)) return 'is no object'
  const odd = Object.keys(given).find((key) => !FIELDS.includes(key))
  if (odd !== undefined) return `has a field "${odd}", which means nothing`
  const { rule, database, model, table, count } = given
  if (typeof rule !== 'string') return 'has no "rule"'
  if (!isRule(rule) || !acceptable.includes(rule)) {
    const near = nearest(rule, acceptable)
    return `has the rule "${rule}", which is none that can be accepted${near ? `; ${near} is` : ''}`
  }
  if (typeof model !== 'string' || !model) return 'has no "model"'
  if (database !== undefined && typeof database !== 'string') return 'has a "database" that is no text'
  if (table !== undefined && typeof table !== 'string') return 'has a "table" that is no text'
  if (count !== undefined && !(typeof count === 'number' && Number.isInteger(count) && count > 0))
    return 'has a "count" that is no whole number above 0'
  return {
    rule,
    ...(database !== undefined && { database }),
    model,
    ...(table !== undefined && { table }),
    ...(count !== undefined && { count }),
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @param schema path or address of the JSON Schema, for editors */
export function baselineText(entries: BaselineEntry[], schema?: string): string {
  const lines = entries.map(({ rule, database, model, table, count }) => {
    const fields = Object.entries({ rule, database, model, table, count }).filter(
      ([, value]) => value !== undefined,
    )
    return `    { ${fields.map(([name, value]) => `"${name}": ${JSON.stringify(value)}`).join(', ')} }`
  })
  return [
    '{',
    ...(schema === undefined ? [] : [`  "$schema": ${JSON.stringify(schema)},`]),
    `  "version": ${VERSION},`,
    ...(lines.length ? ['  "accepted": [', lines.join(',\n'), '  ]'] : ['  "accepted": []']),
    '}',
    '',
  ].join('\n')
}
