/** Chooses a repair for each finding: the recommended one, the one from the command line, or the user's answer. */

import { type Chosen, type Repairable, recommended, repairs } from '../repairs'
import type { Finding, Hazard, Plan, Planned, RepairName } from '../types'

export interface Question {
  judged: Repairable
  /** The repairs (A, B, C) that fit this finding. */
  options: { repair: RepairName; letter: string; does: string; why: string }[]
  recommended?: RepairName
  /** The position of this question, out of `total`. */
  number: number
  total: number
  /** The answer on offer for this finding and the `others` of the same rule that follow it. */
  all?: { repair: RepairName | 'skip'; others: number }
}

/** `stop` means that nothing is written. */
export type Answer = { repair: RepairName | 'skip'; forAll: boolean } | 'stop'

/** Puts questions to the user at a terminal. */
export interface Asks {
  repair(question: Question): Promise<Answer>
  /** Asks whether to write the plan. */
  confirm(plan: Plan, planned: Planned[], brings: Brings): Promise<boolean | 'stop'>
}

/** The effects of a plan beyond the files that it changes. */
export interface Brings {
  hazards: Hazard[]
  /** Sentences that say how many rows of which model would show up again. */
  rows: string[]
}

const usual = ({ rule }: Finding): RepairName | undefined =>
  rule === 'unproven' ? 'add-column' : recommended({ rule })

/** Chooses without asking. A finding that the repair does not fit gets none, and is reported. */
export function choose(judged: Repairable[], chosenRepair: RepairName | undefined): Chosen[] {
  return judged.flatMap((one) => {
    const repair = chosenRepair ?? usual(one.finding)
    return repair && fits(repair, one) ? { judged: one, repair } : []
  })
}

/** Asks once per finding, unless an answer covers all findings of its rule. Returns undefined if the user stops. */
export async function ask(judged: Repairable[], asks: Asks): Promise<Chosen[] | undefined> {
  const chosen: Chosen[] = []
  const answers = new Map<string, { repair: RepairName | 'skip'; forAll: boolean }>()
  const repairableOnes = judged.filter((one) => optionsFor(one).length)
  for (const [index, one] of repairableOnes.entries()) {
    const { rule } = one.finding
    const before = answers.get(rule)
    let answer = before?.forAll && isPossible(before.repair, one) ? before : undefined
    if (!answer) {
      const others = repairableOnes.slice(index + 1).filter(({ finding }) => finding.rule === rule).length
      const usually = before?.repair ?? usual(one.finding)
      const given = await asks.repair({
        judged: one,
        options: optionsFor(one),
        recommended: usual(one.finding),
        number: index + 1,
        total: repairableOnes.length,
        ...(others && usually && isPossible(usually, one) && { all: { repair: usually, others } }),
      })
      if (given === 'stop') return undefined
      answer = given
      // An answer for all that did not fit this finding still holds for the others.
      if (!before?.forAll || answer.forAll) answers.set(rule, answer)
    }
    if (answer.repair !== 'skip') chosen.push({ judged: one, repair: answer.repair })
  }
  return chosen
}

const isPossible = (repair: RepairName | 'skip', one: Repairable): boolean =>
  repair === 'skip' || fits(repair, one)

const optionsFor = ({ finding, model }: Repairable): Question['options'] =>
  repairs
    .filter((repair) => repair.fits(finding, model))
    .map(({ name, letter, recommended: { why }, describe }) => ({
      repair: name,
      letter,
      does: describe(finding, model),
      why,
    }))

const fits = (name: RepairName, { finding, model }: Repairable): boolean =>
  repairs.some((repair) => repair.name === name && repair.fits(finding, model))
