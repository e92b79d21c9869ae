/** DOOR. Finds the cause of an error text. */

import type { Diagnosis, Judged, Report } from '../types'
import { suspect } from './causes'
import { mentionsIn } from './mentions'
import type { Project } from './project'
import { spelling } from './reports'
import { type QueriedModels, whoIsMeant } from './whom'

export { isOfRunning, unknownDialect } from './others'
export type { Project } from './project'
export { reportsIn } from './reports'

/** Merges equal errors with the same cause. */
export function diagnose(reports: Report[], project: Project): Diagnosis[] {
  const byText = new Map<string, Diagnosis>()
  for (const report of reports) {
    const one = diagnosed(report, project)
    const key = keyOf(one)
    const known = byText.get(key)
    if (known) known.report = { ...known.report, count: known.report.count + report.count }
    else byText.set(key, one)
  }
  return [...byText.values()]
}

function diagnosed(report: Report, project: Project): Diagnosis {
  const { models, because, at } = declaring(report, whoIsMeant(report, project), project)
  const suspects = models.map((one) => suspect(report, one, project))
  return { report, suspects: inOrder(suspects), because, ...(at && { at }) }
}

/** Puts suspects whose column the migrations make after those whose column no migration makes. */
const inOrder = (suspects: Diagnosis['suspects']): Diagnosis['suspects'] => [
  ...suspects.filter(({ cause }) => cause !== 'not-migrated'),
  ...suspects.filter(({ cause }) => cause === 'not-migrated'),
]

/** If no model asks for the column by itself, looks for models whose file names it as an attribute. */
function declaring(report: Report, queried: QueriedModels, { models, read }: Project): QueriedModels {
  const { fault, column } = report
  if (
    fault !== 'column' ||
    column === undefined ||
    queried.models.length ||
    report.path.length ||
    report.tables.length
  )
    return queried
  const named = models.filter(({ model: { origin } }) =>
    mentionsIn(origin.file, read(origin.file), column).some(({ name }) => name === column),
  )
  if (!named.length) return queried
  return { ...queried, models: named, because: `No model asks for "${column}" by itself; these name it.` }
}

const keyOf = ({ report, suspects }: Diagnosis): string =>
  JSON.stringify([
    report.says,
    suspects.length ? suspects.map(({ judged, says }) => [judged.model.origin, says]) : report.tables,
  ])

const DELETION = /delet|remov|destroy|archiv|discard|trash|erase/i

/** Whether soft delete may have caused the error; other columns and other TypeErrors are not diagnosed. */
export function isAboutDeletion(
  { report, suspects }: Diagnosis,
  { models }: Pick<Project, 'models'>,
): boolean {
  const { fault, column = '' } = report
  if (fault === 'table') return true
  if (fault !== 'column') return suspects.length > 0
  const isOneOf = ({ model: { attribute, column: own } }: Judged) =>
    [attribute, own].some((name) => typeof name === 'string' && spelling(name) === spelling(column))
  return DELETION.test(column) || models.some(isOneOf)
}
