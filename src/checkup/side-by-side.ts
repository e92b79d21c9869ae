/** Compares models, migrations and database, and shows where they disagree. */

import path from 'node:path'
import { findingKinds } from '../finding-kinds'
import type { Check, Judged, SideBySide } from '../types'

/** One line per model that needs a column; the state is ok if all evidence agrees that it is in order. */
export function sideBySide(models: SideBySide[]): Check[] {
  return models.flatMap(({ byMigrations, byDatabase }) => {
    const { model } = byMigrations
    if (model.needsColumn === false && !model.fault) return []
    const evidence = [
      `migrations: ${verdictText(byMigrations)}`,
      ...(byDatabase ? [`database: ${verdictText(byDatabase)}`] : []),
    ]
    return [
      {
        subject: typeof model.name === 'string' ? model.name : model.name.text,
        state: stateOf(byDatabase ?? byMigrations),
        says: `${wanted(byMigrations)}; ${evidence.join('; ')}`,
      },
    ]
  })
}

const wanted = ({ model: { table, column, fault } }: Judged): string =>
  fault
    ? 'is paranoid'
    : 'kind' in table || typeof column !== 'string'
      ? 'asks for what cannot be told'
      : `asks for ${table.schema ? `${table.schema}.` : ''}${table.name}.${column}`

function verdictText({ status, finding, evidence }: Judged): string {
  if (status === 'ok') return evidence ? `there, by ${path.win32.basename(evidence.at.file)}` : 'there'
  if (status === 'misnamed-column') return `there as ${finding?.found ?? finding?.alike?.join(' or ')}`
  return status === 'not-paranoid' ? status : (findingKinds[status].column ?? status)
}

const stateOf = ({ status }: Judged): Check['state'] =>
  status === 'ok' ? 'ok' : status === 'unproven' || status === 'undecided' ? 'note' : 'failed'
