/** Formats the question of how to repair a finding. */

import type { Finding, RepairName, View } from '../types'
import { findingText } from './finding'
import { safe } from './safe'

interface QuestionRow {
  judged: { finding: Finding }
  /** `why` says why the repair is right for most projects. */
  options: { repair: RepairName; letter: string; does: string; why: string }[]
  recommended?: RepairName
  number: number
  total: number
  all?: { repair: RepairName | 'skip'; others: number }
}

/** One possible answer with its key. */
interface Line {
  key: string
  answer: { repair: RepairName | 'skip'; forAll: boolean }
  label: string
  hint?: string
}

/** The finding and a line for each answer; the return key selects the first one. */
export function questionShown(
  { judged, options, recommended, number, total, all }: QuestionRow,
  view: View,
): { text: string; message: string; lines: Line[] } {
  const lines = options.map(
    ({ repair, letter, does, why }): Line => ({
      key: letter,
      answer: { repair, forAll: false },
      label: safe(does),
      ...(repair === recommended && { hint: `recommended: ${why}` }),
    }),
  )
  const skip: Line = { key: 'S', answer: { repair: 'skip', forAll: false }, label: 'skip' }
  const first = lines.find(({ answer }) => answer.repair === recommended) ?? skip
  const rest = [...lines, skip].filter((line) => line !== first)
  return {
    text: findingText({ ...judged.finding, hint: '' }, view),
    message: `${total > 1 ? `${number} of ${total}. ` : ''}What shall be done?`,
    lines: [first, ...rest, ...(all ? [forAll(all, options)] : [])],
  }
}

function forAll({ repair, others }: NonNullable<QuestionRow['all']>, options: QuestionRow['options']): Line {
  const name = options.find((one) => one.repair === repair)?.letter ?? 'skip'
  const whom = others === 1 ? 'the other one' : `all ${others} others`
  return { key: '*', answer: { repair, forAll: true }, label: `${name} for this and ${whom} of its kind` }
}
