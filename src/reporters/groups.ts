/** Groups findings by rule, gravest first: few in full, many as a table, undecided and unproven ones by cause. */

import { findingKinds } from '../finding-kinds'
import { helpUri } from '../our-names'
import type { Finding, Judged, Rule, View } from '../types'
import { disagreementText } from './disagreement'
import { causesText, isDoubted } from './doubts'
import { findingText, indented } from './finding'
import { manyText } from './many'
import { paintFor } from './paint'
import { linked } from './place'

/** Up to this number, findings of a rule are shown in full. */
const FEW = 3

/** @param models the models that the findings may be about */
export function groupsText(findings: Finding[], models: Judged[], view: View): string[] {
  const { bold, dim } = paintFor(view)
  return Object.keys(findingKinds).flatMap((kind) => {
    const its = findings.filter(({ rule }) => rule === kind)
    const [{ rule } = { rule: undefined }] = its
    if (!rule) return []
    const name = view.link ? linked(rule, helpUri(rule)) : rule
    return [[`${bold(name)} ${dim(`(${its.length})`)}`, ...groupLines(rule, its, models, view)].join('\n\n')]
  })
}

function groupLines(rule: Rule, findings: Finding[], models: Judged[], view: View): string[] {
  const judgedOf = (finding: Finding) => models.find((one) => one.finding === finding)
  if (findings.length <= FEW)
    return findings.map((finding) =>
      indented([findingText(finding, view), ...disagreementText(judgedOf(finding)?.eyes, view)].join('\n')),
    )
  const doubted = models.filter(isDoubted).filter(({ finding }) => findings.includes(finding))
  return doubted.length === findings.length ? causesText(doubted, view) : [manyText(rule, findings, view)]
}
