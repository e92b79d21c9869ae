/** Lists findings for programs, including those of undecided and unproven models. */

import type { Finding, Outcome, View } from '../types'
import { relative } from './place'

export function listed({ findings, models }: Pick<Outcome, 'findings' | 'models'>): Finding[] {
  const others = models.flatMap(({ finding, status }) =>
    finding && (status === 'undecided' || status === 'unproven') && !findings.includes(finding)
      ? finding
      : [],
  )
  return [...findings, ...others]
}

/** Identifies a finding across runs; contains no line number, so that it survives edits. */
export function fingerprint({ rule, model, table, origin, modelAt }: Finding, { cwd }: View): string {
  const name = table && (table.schema ? `${table.schema}.${table.name}` : table.name)
  return [rule, relative(cwd, (modelAt ?? origin).file), model, name].filter(Boolean).join(' ')
}

/** Each finding with a unique fingerprint. */
export function withFingerprints(findings: Finding[], view: View): [Finding, string][] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const print = fingerprint(finding, view)
    const times = (seen.get(print) ?? 0) + 1
    seen.set(print, times)
    return [finding, times === 1 ? print : `${print} ${times}`]
  })
}
