/** Calls the project's own models, as the application will. */

import type { Database } from '../io/database'
import type { Attempted, Call, LoadedModel, ModelFile } from '../io/loader'
import type { Check, Judged, Settings, TableName } from '../types'
import { isUnknown } from '../values'

/** Calls only models whose column is there: the others are known to fail. */
export async function modelCalls(
  models: Judged[],
  database: Database,
  { writeTest }: Pick<Settings, 'writeTest'>,
): Promise<Check[]> {
  const fit = models.flatMap(({ model: { name, table, column, origin }, status }) =>
    status === 'ok' && typeof name === 'string' && !isUnknown(table) && typeof column === 'string'
      ? [{ name, table, column, file: origin.file }]
      : [],
  )
  if (!fit.length) return []
  const loaded = await database.process.ask('models', filesOf(fit))
  const calls: Call[] = ['findOne', 'count', 'include', ...(writeTest ? (['write'] as const) : [])]
  const checks: Check[] = []
  for (const { name, table, column, file: own } of fit) {
    const real = loaded.models.findLast((one) => one.name === name)
    const fault = loaded.faults.find(({ file }) => file === own)
    const not = whyNot(real, fault && database.process.veil(fault.says))
    if (not || !real) checks.push({ subject: name, state: 'skipped', says: `not called: ${not}` })
    else checks.push(...differences(name, real, table, column), ...(await called(name, own, calls, database)))
  }
  return checks
}

function filesOf(models: { name: string; file: string }[]): ModelFile[] {
  const files = new Map<string, string[]>()
  for (const { name, file } of models) files.set(file, [...(files.get(file) ?? []), name])
  return [...files].map(([file, names]) => ({ file, names }))
}

function whyNot(real: LoadedModel | undefined, fault: string | undefined): string | undefined {
  if (real?.elsewhere) return `its own instance leads to another database (${real.elsewhere})`
  if (real) return undefined
  if (fault) return `its file cannot be loaded by itself (${fault})`
  return 'its file defines no model of this name when it is loaded by itself'
}

/** Compares the table and column that we read with those that Sequelize has at run time. */
function differences(subject: string, real: LoadedModel, table: TableName, column: string): Check[] {
  const says = [
    real.table.name !== table.name &&
      `the table is "${real.table.name}" at run time, and was read as "${table.name}"`,
    real.column !== column && `the column is "${real.column}" at run time, and was read as "${column}"`,
  ].filter((one) => one !== false)
  return says.map((one) => ({ subject, state: 'failed' as const, says: one }))
}

/** Reports all successful calls in one check, and each other call in its own. */
async function called(model: string, file: string, calls: Call[], { process }: Database): Promise<Check[]> {
  const worked: string[] = []
  const others: Check[] = []
  for (const call of calls) {
    const went = await process.ask('attempt', { model, file, call })
    if ('worked' in went) worked.push([WORDS[call], went.says].filter(Boolean).join(' '))
    else if (call !== 'include' || 'failed' in went) others.push(checkOf(model, call, went, process.veil))
  }
  return [
    ...(worked.length ? [{ subject: model, state: 'ok' as const, says: worked.join(', ') }] : []),
    ...others,
  ]
}

const WORDS: Record<Call, string> = {
  findOne: 'findOne',
  count: 'count',
  include: 'include',
  write: 'create and destroy',
}

function checkOf(
  subject: string,
  call: Call,
  went: Exclude<Attempted, { worked: true }>,
  veil: (text: string) => string,
): Check {
  if ('skipped' in went) return { subject, state: 'skipped', says: `${WORDS[call]}: ${veil(went.skipped)}` }
  return { subject, state: 'failed', says: `${WORDS[call]}: ${veil(went.failed)}` }
}
