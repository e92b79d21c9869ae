/** Which repair each finding gets: as recommended, as told on the command line, or by asking. */

import { type Chosen, type Repairable, recommended, repairs } from '../repairs'
import type { Finding, Hazard, Plan, Planned, RepairName } from '../types'

export interface Question {
  judged: Repairable
  /** A, B and C as far as they can repair it. */
  options: { repair: RepairName; letter: string; does: string; why: string }[]
  recommended?: RepairName
  /** Which one of how many it is. */
  number: number
  total: number
  /** What may be done about this finding and all others of its kind that are still to come. */
  all?: { repair: RepairName | 'skip'; others: number }
}

/** `stop`: nothing is written at all. */
export type Answer = { repair: RepairName | 'skip'; forAll: boolean } | 'stop'

/** Somebody at a terminal. */
export interface Asks {
  repair(question: Question): Promise<Answer>
  /** Whether to write this. */
  confirm(plan: Plan, planned: Planned[], brings: Brings): Promise<boolean | 'stop'>
}

/** What a plan brings about beyond the files it changes. */
export interface Brings {
  hazards: Hazard[]
  /** How many rows of which model would show up again, in sentences. */
  rows: string[]
}

const usual = ({ rule }: Finding): RepairName | undefined =>
  rule === 'unproven' ? 'add-column' : recommended({ rule })

/** Where nobody is asked. What does not fit is left to be reported. */
export function choose(judged: Repairable[], told: RepairName | undefined): Chosen[] {
  return judged.flatMap((one) => {
    const repair = told ?? usual(one.finding)
    return repair && fits(repair, one) ? { judged: one, repair } : []
  })
}

/** One question a finding, unless an answer held for all of its kind. undefined: the user stopped. */
export async function ask(judged: Repairable[], asks: Asks): Promise<Chosen[] | undefined> {
  const chosen: Chosen[] = []
  const answers = new Map<string, { repair: RepairName | 'skip'; forAll: boolean }>()
  const asked = judged.filter((one) => optionsFor(one).length)
  for (const [index, one] of asked.entries()) {
    const { rule } = one.finding
    const before = answers.get(rule)
    let answer = before?.forAll && isPossible(before.repair, one) ? before : undefined
    if (!answer) {
      const others = asked.slice(index + 1).filter(({ finding }) => finding.rule === rule).length
      const usually = before?.repair ?? usual(one.finding)
      const given = await asks.repair({
        judged: one,
        options: optionsFor(one),
        recommended: usual(one.finding),
        number: index + 1,
        total: asked.length,
        ...(others && usually && isPossible(usually, one) && { all: { repair: usually, others } }),
      })
      if (given === 'stop') return undefined
      answer = given
      // What does not fit for one still holds for the others.
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
