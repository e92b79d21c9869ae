/** Shows what changes when paranoid is off, grouped by kind, each place with its line. */

import type { Hazard, View } from '../types'
import { indented } from './finding'
import { paintFor } from './paint'
import { lineText, placeOf } from './place'
import { safe } from './safe'

/** The number of places shown per kind; the JSON report has all. */
const SHOWN = 8
/** The number shown of places whose model is unknown. */
const DOUBTFUL = 4

export function hazardsText(hazards: Hazard[], view: View): string[] {
  const paint = paintFor(view)
  const sure = hazards.filter(({ model }) => model !== null)
  const unsure = hazards.filter(({ model }) => model === null)
  const kinds = [...new Set(sure.map(({ kind }) => kind))]
  const groups = kinds.map((kind) => {
    const its = sure.filter((one) => one.kind === kind)
    return group(its[0]?.says ?? '', its, SHOWN, view)
  })
  const doubts = 'Whose these are cannot be told; look whether they concern it too.'
  return [
    ...(sure.length ? [paint.bold(`What changes with paranoid off: ${modelsOf(sure)}`)] : []),
    ...groups,
    ...(unsure.length ? [group(doubts, unsure, DOUBTFUL, view)] : []),
  ]
}

const modelsOf = (hazards: Hazard[]): string =>
  safe([...new Set(hazards.map(({ model }) => model))].join(', '))

function group(says: string, hazards: Hazard[], most: number, view: View): string {
  const paint = paintFor(view)
  const shown = hazards.length > most + 1 ? hazards.slice(0, most) : hazards
  const lines = shown.map(({ at, text }) => {
    const cut = text.trimStart()
    const place = placeOf(at, view)
    const code = lineText(cut, at.column - (text.length - cut.length), {
      width: view.width - placeOf(at, { cwd: view.cwd }).length + 12,
    })
    return `  ${paint.cyan(place)}  ${paint.dim(code)}`
  })
  const more = hazards.length - shown.length
  const heading = `${safe(says)} ${paint.dim(`(${hazards.length})`)}`
  return indented([heading, ...lines, ...(more ? [paint.dim(`  and ${more} more`)] : [])].join('\n'))
}
