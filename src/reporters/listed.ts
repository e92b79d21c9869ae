/** Lists findings for programs, including those of undecided and unproven models and those that the config makes notes of. */

import { fingerprint } from '../finding-kinds'
import type { Finding, Outcome, View } from '../types'
import { relative } from './place'

export function listed({ findings, models }: Pick<Outcome, 'findings' | 'models'>): Finding[] {
  const others = models.flatMap(({ finding, status }) =>
    finding &&
    !finding.accepted &&
    (status === 'undecided' || status === 'unproven' || finding.severity === 'note') &&
    !findings.includes(finding)
      ? finding
      : [],
  )
  return [...findings, ...others]
}

/** Each finding with a unique fingerprint: two of the same name get a number. */
export function withFingerprints(findings: Finding[], view: View): [Finding, string][] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const print = fingerprint(finding, (file) => relative(view.cwd, file))
    const times = (seen.get(print) ?? 0) + 1
    seen.set(print, times)
    return [finding, times === 1 ? print : `${print} ${times}`]
  })
}
