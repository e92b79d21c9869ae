/** What is shown before somebody is asked how to repair a finding. */

import type { Finding, RepairName, View } from '../types'
import { findingText } from './finding'
import { paintFor } from './paint'
import { safe } from './safe'

interface Option {
  repair: RepairName
  letter: string
  does: string
}

/** Why a repair is the right one for most. */
const REASONS: Record<RepairName, string> = {
  'add-column': 'the model asks for soft delete, and a nullable column without a default changes no row',
  'map-column': 'the deletion times are in that column; a second one would start empty',
  'disable-paranoid': 'no column is needed then, but destroy() deletes for good',
}

export function questionText(
  question: { judged: { finding: Finding }; options: Option[]; recommended?: RepairName },
  view: View,
): string {
  const paint = paintFor(view)
  const lines = question.options.map(({ repair, letter, does }) => {
    const best = repair === question.recommended ? paint.green(` (recommended: ${REASONS[repair]})`) : ''
    return `${paint.bold(letter)}  ${safe(does)}${best}`
  })
  return [findingText(question.judged.finding, view), '', ...lines].join('\n')
}
