/** Proves a plan by a scan with its edits: each repaired finding must be gone, and no new one may appear. */

import { plannedFiles } from '../io/writing'
import type { Chosen } from '../repairs'
import type { Finding, Judged, Plan, Planned, Repaired, Scan } from '../types'

export interface Proven {
  plan: Plan
  planned: Planned[]
  /** The scan with the edits of the plan. */
  after: Scan
}

/** The functions by which a plan is made and proven. */
interface Proof {
  plan(choices: Chosen[]): Plan
  /** Returns the text of a file from which the plan is made. */
  read(file: string): string | undefined
  /** Scans again with other texts: absolute file -> text. */
  rescan(overlay: Map<string, string>): Promise<Scan>
  /** Returns a sentence that says why the file cannot be written, or undefined. */
  whyNot(file: string): string | undefined
}

/**
 * Refuses a repair that cannot be written, does not resolve its finding, or causes a new one. Its finding moves to
 * `left`, and the reason goes to `notes`.
 */
export async function provenPlan(choices: Chosen[], before: Scan, proof: Proof): Promise<Proven> {
  const plan = proof.plan(choices)
  const edits = plan.repaired.flatMap((one) => one.edits)
  let refused = unwritable(plan.repaired, proof)
  if (!refused.size) {
    const planned = plannedFiles(edits, proof.read)
    if (!planned.length) return { plan, planned, after: before }
    const after = await proof.rescan(new Map(planned.map((one) => [one.file, one.after])))
    refused = refusals(plan.repaired, before, after)
    if (!refused.size) return { plan, planned, after }
  }
  const gone = [...refused.keys()].map(({ finding }) => finding)
  const kept = choices.filter(({ judged }) => !gone.includes(judged.finding))
  const rest = await provenPlan(kept, before, proof)
  rest.plan.left.push(...gone)
  rest.plan.notes.push(...[...refused].map(([repaired, reason]) => refusal(repaired, reason)))
  return rest
}

const refusal = ({ finding, repair }: Repaired, reason: string): string =>
  `${finding.model}: ${repair} was not written. ${reason}`

function unwritable(repaired: Repaired[], { whyNot }: Proof): Map<Repaired, string> {
  const reasons = repaired.map(
    (one) => [one, one.edits.map(({ file }) => whyNot(file)).find(Boolean)] as const,
  )
  return new Map(reasons.flatMap(([one, reason]) => (reason ? [[one, reason]] : [])))
}

/** Returns the repairs that fail the proof, with the reason. */
function refusals(repaired: Repaired[], before: Scan, after: Scan): Map<Repaired, string> {
  const refused = new Map<Repaired, string>()
  const judgedBy = new Map(before.models.map((one) => [one.finding, one]))
  const byName = new Map<string, Judged[]>()
  for (const one of after.models) byName.set(modelKey(one), [...(byName.get(modelKey(one)) ?? []), one])
  for (const one of repaired) {
    const judged = judgedBy.get(one.finding)
    const reason = whatIsLeft(judged && byName.get(modelKey(judged)))
    if (reason) refused.set(one, reason)
  }
  return refused.size ? refused : blamed(repaired, newFindings(before, after))
}

/** The statuses of a repaired model. `pending`: the database lacks the column until the new migration runs. */
const DONE = new Set(['ok', 'not-paranoid', 'pending'])

/** @param again the models of this name in the new scan */
function whatIsLeft(again: Judged[] | undefined): string | undefined {
  if (!again?.length) return 'Read again, the model is no longer there.'
  const bad = again.find(({ status }) => !DONE.has(status))
  return bad && `Read again, it would still be so: ${bad.finding?.message ?? bad.reason}`
}

const modelKey = ({ model }: Judged): string =>
  `${model.origin.file} ${typeof model.name === 'string' ? model.name : model.name.text}`

function newFindings(before: Scan, after: Scan): Finding[] {
  const known = new Set(findingsOf(before).map(keyOf))
  return findingsOf(after).filter((finding) => finding.rule !== 'pending' && !known.has(keyOf(finding)))
}

const findingsOf = ({ findings, models }: Scan): Finding[] => [
  ...findings,
  ...models.flatMap(({ finding }) => finding ?? []),
]

const keyOf = ({ rule, model, origin }: Finding): string => `${rule} ${model} ${origin.file}`

/** Blames a new finding on the repairs that edit its file, or on all repairs if none does. */
function blamed(repaired: Repaired[], findings: Finding[]): Map<Repaired, string> {
  const refused = new Map<Repaired, string>()
  for (const { origin, message } of findings) {
    const touching = repaired.filter(({ edits }) => edits.some(({ file }) => file === origin.file))
    for (const one of touching.length ? touching : repaired)
      refused.set(one, `It would bring another finding: ${message}`)
  }
  return refused
}
