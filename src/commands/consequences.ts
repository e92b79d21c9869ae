/** What turning paranoid off brings about: code that means something else, rows that show up again. */

import path from 'node:path'
import { type Chosen, hazardsOf } from '../repairs'
import type { Finding, Hazard, Judged, Model, Plan, Scan } from '../types'

/** Asked of a database: model -> how many of its rows are soft-deleted. A model that cannot be asked about is left out. */
export type DeletedRows = (models: Model[]) => Promise<Map<string, number>>

/** undefined: nobody counted. */
export type Reappearing = Map<string, number> | undefined

/** Paranoid that never worked hid no row, and its destroy() deleted for good before. */
const isTurnedOff = (repair: string, { rule }: Finding): boolean =>
  repair === 'disable-paranoid' && rule !== 'inert-paranoid'

const modelsOff = (choices: Chosen[]): Model[] =>
  choices.flatMap(({ judged, repair }) => (isTurnedOff(repair, judged.finding) ? [judged.model] : []))

/** Only those of which there are some. */
export async function rowsReappearing(
  choices: Chosen[],
  count: DeletedRows | undefined,
): Promise<Reappearing> {
  const off = modelsOff(choices)
  if (!count || off.length === 0) return undefined
  return new Map([...(await count(off))].filter(([, rows]) => rows > 0))
}

/** --yes alone does not bring rows back: that is said on purpose, or at the question. */
export function withoutReappearing(
  choices: Chosen[],
  rows: Reappearing,
): { kept: Chosen[]; refused: Chosen[] } {
  const isRefused = ({ judged, repair }: Chosen) =>
    isTurnedOff(repair, judged.finding) && rows?.has(String(judged.model.name))
  return { kept: choices.filter((one) => !isRefused(one)), refused: choices.filter(isRefused) }
}

/** `3 soft-deleted rows of Session would show up again.` */
export const reappearingText = (rows: Reappearing, isWritten = false): string[] =>
  [...(rows ?? [])].map(([model, count]) => {
    const [noun, verb] = count === 1 ? ['row', 'shows'] : ['rows', 'show']
    return `${count} soft-deleted ${noun} of ${model} ${isWritten ? verb : 'would show'} up again.`
  })

const those = (rows: Reappearing, models: string[]): Map<string, number> =>
  new Map([...(rows ?? [])].filter(([model]) => models.includes(model)))

export const refusals = (refused: Chosen[], rows: Reappearing): string[] =>
  reappearingText(
    those(
      rows,
      refused.map(({ judged }) => String(judged.model.name)),
    ),
  ).map((text) => `${text} disable-paranoid was not written; --accept-reappearing goes on all the same.`)

/** What is told of a plan that turns paranoid off, in sentences. */
export function warnings(
  { repaired }: Plan,
  rows: Reappearing,
  { isWritten, isAccepted = false }: { isWritten: boolean; isAccepted?: boolean },
): string[] {
  const off = repaired.flatMap(({ repair, finding }) =>
    isTurnedOff(repair, finding) ? (finding.model ?? []) : [],
  )
  if (!off.length) return []
  const again = reappearingText(those(rows, off), isWritten)
  const needsWord = again.length > 0 && !isWritten && !isAccepted
  return [
    `Without paranoid destroy() deletes rows for good, restore() throws, and rows that were soft-deleted show up again: ${off.join(', ')}.`,
    ...again,
    ...(needsWord ? ['Where nobody is asked, --accept-reappearing is needed for them.'] : []),
    ...(rows ? [] : ['How many rows those are was not counted: --evidence database counts them.']),
  ]
}

/** The places in the project's code, migrations aside; undefined where paranoid is turned off nowhere. */
export function hazardsIn(
  { repaired }: Plan,
  { models, project, schema }: Scan,
  every: Judged[],
  reader: Parameters<typeof hazardsOf>[0]['reader'],
  files: string[],
): Hazard[] | undefined {
  const gone = repaired
    .filter(({ repair, finding }) => isTurnedOff(repair, finding))
    .map(({ finding }) => finding)
  if (!gone.length) return undefined
  return hazardsOf({
    off: models.flatMap(({ model, finding }) => (finding && gone.includes(finding) ? [model] : [])),
    models: every.map(({ model }) => model),
    files: files.filter((file) => !project.migrations.some((folder) => file.startsWith(folder + path.sep))),
    reader,
    schema,
    edits: repaired.flatMap(({ edits }) => edits),
  })
}
