/** DOOR. Makes a fleet of many JSON reports. */

import type { Fleet, FleetCounts, FleetReport } from '../types'
import { shortNames } from './names'
import { isMerged, reportIn } from './read'

/** A file, relative with forward slashes, and what stands in it: its value, or why there is none. */
type Given = { file: string } & ({ value: unknown } | { fault: string })

export function fleetOf(given: Given[]): Fleet {
  const reports: Omit<FleetReport, 'name'>[] = []
  const faults: Fleet['faults'] = []
  const notes: string[] = []
  for (const one of given) {
    const { file } = one
    if (!('value' in one)) faults.push({ file, says: one.fault })
    else if (isMerged(one.value)) notes.push(`${file} is itself a merged report, and was left out.`)
    else {
      const report = reportIn(one.value)
      if (typeof report === 'string') faults.push({ file, says: report })
      else reports.push({ ...report, file })
    }
  }
  if (!reports.length) notes.push(HOW)
  const names = shortNames(reports.map(({ file }) => file))
  const named = reports.map((one, index) => ({ ...one, name: names[index] ?? one.file }))
  const counts = sum(named)
  return {
    reports: named.sort(byUrgency),
    faults,
    notes,
    counts,
    rules: ruleCounts(named),
    exitCode: faults.length || !named.length ? 2 : counts.findings ? 1 : 0,
  }
}

const HOW = 'Each project makes its report: npx deletedat-codemod check --output-file json=drift.json'

const byUrgency = (one: FleetReport, other: FleetReport): number =>
  other.findings - one.findings ||
  other.undecided + other.unproven - one.undecided - one.unproven ||
  (one.name < other.name ? -1 : 1)

const KEYS = ['files', 'models', 'paranoid', 'proven', 'faulty', 'undecided', 'unproven', 'findings'] as const

function sum(reports: FleetCounts[]): FleetCounts {
  const all = {
    files: 0,
    models: 0,
    paranoid: 0,
    proven: 0,
    faulty: 0,
    undecided: 0,
    unproven: 0,
    findings: 0,
  }
  for (const one of reports) for (const key of KEYS) all[key] += one[key]
  return all
}

function ruleCounts(reports: FleetReport[]): Fleet['rules'] {
  const counts = new Map<string, number>()
  for (const { all } of reports) for (const { rule } of all) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)
}
