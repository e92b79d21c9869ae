/** What is shown to somebody who is asked how to repair a finding. */

import type { Finding, RepairName, View } from '../types'
import { findingText } from './finding'
import { safe } from './safe'

/** Why a repair is the right one for most. */
const REASONS: Record<RepairName, string> = {
  'add-column': 'the model asks for soft delete, and a nullable column changes no row',
  'map-column': 'the deletion times are in that column; a second one would start empty',
  'disable-paranoid': 'no column is needed then, but destroy() deletes for good',
}

interface Asked {
  judged: { finding: Finding }
  options: { repair: RepairName; letter: string; does: string }[]
  recommended?: RepairName
}

/** The finding, and a line for each way to repair it; `hint` is shown beside the line that is chosen. */
export function questionShown({ judged, options, recommended }: Asked, view: View) {
  const lines = options.map(({ repair, letter, does }) => ({
    value: repair,
    label: `${letter}  ${safe(does)}`,
    ...(repair === recommended && { hint: `recommended: ${REASONS[repair]}` }),
  }))
  return {
    text: findingText({ ...judged.finding, hint: '' }, view),
    options: [...lines, { value: 'skip' as const, label: 'skip' }],
  }
}
