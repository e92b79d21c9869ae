/** What reports for programs list: the findings, and those of models of which it cannot be told. */

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

/** The same as long as the finding is: it holds no line. */
export function fingerprint({ rule, model, table, origin, modelAt }: Finding, { cwd }: View): string {
  const name = table && (table.schema ? `${table.schema}.${table.name}` : table.name)
  return [rule, relative(cwd, (modelAt ?? origin).file), model, name].filter(Boolean).join(' ')
}

/** Each finding with a fingerprint that no other one has. */
export function withFingerprints(findings: Finding[], view: View): [Finding, string][] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const print = fingerprint(finding, view)
    const times = (seen.get(print) ?? 0) + 1
    seen.set(print, times)
    return [finding, times === 1 ? print : `${print} ${times}`]
  })
}
