/** Which repair each finding gets: as recommended, as told on the command line, or by asking. */

import { type Chosen, type Repairable, recommended, repairs } from '../repairs'
import type { Finding, Hazard, Plan, Planned, RepairName } from '../types'

export interface Question {
  judged: Repairable
  /** A, B and C as far as they can repair it. */
  options: { repair: RepairName; letter: 'A' | 'B' | 'C'; does: string }[]
  recommended?: RepairName
  /** How many findings of this kind are still to come. */
  alike: number
}

/** `stop`: nothing is written at all. */
export type Answer = { repair: RepairName | 'skip'; forAll: boolean } | 'stop'

/** Somebody at a terminal. */
export interface Asks {
  repair(question: Question): Promise<Answer>
  /** Whether to write this. */
  confirm(plan: Plan, planned: Planned[], brings: Brings): Promise<boolean>
}

/** What a plan brings about beyond the files it changes. */
export interface Brings {
  hazards: Hazard[]
  /** How many rows of which model would show up again, in sentences. */
  rows: string[]
}

const usual = ({ rule }: Finding): RepairName | undefined =>
  rule === 'unproven' ? 'add-column' : recommended({ rule } as Finding)

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
  const forAll = new Map<string, RepairName | 'skip'>()
  for (const [index, one] of judged.entries()) {
    const options = optionsFor(one)
    if (!options.length) continue
    let repair = forAll.get(one.finding.rule)
    if (!repair || (repair !== 'skip' && !fits(repair, one))) {
      const alike = judged.slice(index + 1).filter(({ finding }) => finding.rule === one.finding.rule).length
      const answer = await asks.repair({ judged: one, options, recommended: usual(one.finding), alike })
      if (answer === 'stop') return undefined
      repair = answer.repair
      if (answer.forAll) forAll.set(one.finding.rule, repair)
    }
    if (repair !== 'skip') chosen.push({ judged: one, repair })
  }
  return chosen
}

const optionsFor = ({ finding, model }: Repairable): Question['options'] =>
  repairs
    .filter((repair) => repair.fits(finding, model))
    .map((repair) => ({ repair: repair.name, letter: repair.letter, does: repair.describe(finding, model) }))

const fits = (name: RepairName, { finding, model }: Repairable): boolean =>
  repairs.some((repair) => repair.name === name && repair.fits(finding, model))
