/** Finds the side effects of a repair: code that changes its meaning, and soft-deleted rows that show up again. */

import path from 'node:path'
import { type Chosen, hazardsOf, hidesBy } from '../repairs'
import type { Finding, Hazard, Judged, Model, Plan, RepairName, Scan } from '../types'

/** Counts the soft-deleted rows per model name in a database. It leaves out models that it cannot count. */
export type DeletedRows = (models: Model[]) => Promise<Map<string, number>>

/** Soft-deleted rows per model name, or undefined if they were not counted. */
export type Reappearing = Map<string, number> | undefined

type PlannedRepair = { finding: Finding; repair: RepairName }

/** Excludes inert paranoid: it never hid a row, and its destroy() already deleted for good. */
const isTurnedOff = ({ repair, finding }: PlannedRepair): boolean =>
  repair === 'disable-paranoid' && finding.rule !== 'inert-paranoid'

/** Whether the repair adds a second, empty column beside the one that holds the deletion times. */
const isSecond = ({ repair, finding }: PlannedRepair): boolean =>
  repair === 'add-column' && hidesBy(finding).length > 0

const bringsBack = (one: PlannedRepair): boolean => isTurnedOff(one) || isSecond(one)

const plannedRepair = ({ judged, repair }: Chosen): PlannedRepair => ({ finding: judged.finding, repair })

export async function rowsReappearing(
  choices: Chosen[],
  count: DeletedRows | undefined,
): Promise<Reappearing> {
  const models = choices.filter((one) => bringsBack(plannedRepair(one))).map(({ judged }) => judged.model)
  return count && models.length ? count(models) : undefined
}

/** Refuses repairs that bring rows back: `--yes` alone does not allow that. */
export function withoutReappearing(
  choices: Chosen[],
  rows: Reappearing,
): { kept: Chosen[]; refused: Chosen[] } {
  const isRefused = (one: Chosen) => backText(plannedRepair(one), rows, false) !== undefined
  return { kept: choices.filter((one) => !isRefused(one)), refused: choices.filter(isRefused) }
}

/**
 * `3 soft-deleted rows of Session would show up again.` Returns undefined if no row does, or if paranoid is turned off
 * and the rows were not counted. A second column gets a sentence even without a count, because map-column is better.
 */
function backText(one: PlannedRepair, rows: Reappearing, isWritten: boolean): string | undefined {
  const model = one.finding.model ?? ''
  const count = rows?.get(model)
  if (!bringsBack(one) || count === 0) return undefined
  if (count !== undefined) {
    const [noun, verb] = count === 1 ? ['row', 'shows'] : ['rows', 'show']
    return `${count} soft-deleted ${noun} of ${model} ${isWritten ? verb : 'would show'} up again.`
  }
  if (!isSecond(one)) return undefined
  const there = hidesBy(one.finding)
    .map((name) => `"${name}"`)
    .join(' and ')
  const [starts, shows] = isWritten ? ['starts', 'shows'] : ['would start', 'would show']
  return `A second column "${one.finding.column}" beside ${there} ${starts} empty, and every soft-deleted row of ${model} ${shows} up again.`
}

/** Reports the rows of a model once, even if the model has several findings. */
export const reappearingText = (plan: PlannedRepair[], rows: Reappearing, isWritten = false): string[] => [
  ...new Set(plan.flatMap((one) => backText(one, rows, isWritten) ?? [])),
]

export const refusals = (refused: Chosen[], rows: Reappearing): string[] =>
  refused.map(plannedRepair).map((one) => {
    const better = isSecond(one) && one.finding.found !== undefined
    const other = better ? '--repair map-column uses the column that is there, ' : ''
    return `${backText(one, rows, false)} ${one.repair} was not written; ${other}--accept-reappearing goes on all the same.`
  })

/** With paranoid off, soft-deleted rows block no unique key, but queries still ask for the other columns. */
const afterwardsText = ({ finding: { model, afterwards = [] }, repair }: PlannedRepair): string[] =>
  afterwards
    .filter(({ kind }) => kind === 'other-columns' || repair !== 'disable-paranoid')
    .map(({ says }) => `${model}: ${says}`)

/** The warnings about a plan that turns paranoid off or adds a second column, and what stays wrong afterwards. */
export function warnings(
  { repaired }: Plan,
  rows: Reappearing,
  { isWritten, isAccepted = false }: { isWritten: boolean; isAccepted?: boolean },
): string[] {
  const off = repaired.filter(isTurnedOff)
  const again = reappearingText(repaired, rows, isWritten)
  const needsWord = again.length > 0 && !isWritten && !isAccepted
  const names = off.flatMap(({ finding }) => finding.model ?? []).join(', ')
  return [
    ...(names
      ? [
          `Without paranoid destroy() deletes rows for good, restore() throws, and rows that were soft-deleted show up again: ${names}.`,
        ]
      : []),
    ...again,
    ...repaired.flatMap(afterwardsText),
    ...(needsWord ? ['Where nobody is asked, --accept-reappearing is needed for them.'] : []),
    ...(rows || !repaired.some(bringsBack)
      ? []
      : ['How many rows those are was not counted: --evidence database counts them.']),
  ]
}

/** Finds hazards in the project's code, except in migrations. Returns undefined if the plan turns no paranoid off. */
export function hazardsIn(
  { repaired }: Plan,
  { models, project, schema }: Scan,
  every: Judged[],
  reader: Parameters<typeof hazardsOf>[0]['reader'],
  files: string[],
): Hazard[] | undefined {
  const gone = repaired.filter(isTurnedOff).map(({ finding }) => finding)
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
