/** `verify` checks the columns in the real database, calls the project's models, and requests the given endpoints. */

import { written } from '../dialects'
import { tryEndpoint } from '../io/database'
import type { Check, Judged, Looked, Scan, Settings, VerifyOutcome } from '../types'
import { databaseEvidence, type Live, shown } from './live'
import { modelCalls } from './model-calls'
import { checkNames, looked, scanAll } from './outcome'

/** Runs the project's config and models. @throws UserError */
export async function verify(settings: Settings, handed: Live): Promise<VerifyOutcome> {
  const { readTables, database, close } = databaseEvidence(settings)
  try {
    const found = await scanAll(settings, { ...handed, readTables })
    checkNames(settings.only, found.models)
    const live = await database()
    const report = looked(found, settings)
    const checks = [
      ...columnsOf(report.models, found),
      ...(await modelCalls(report.models, live, settings)),
      ...(await Promise.all(settings.endpoints.map((url) => tryEndpoint(url, settings)))),
    ]
    return withChecks({ ...report, database: shown(live) }, checks)
  } finally {
    await close()
  }
}

/** A failed check sets the exit code to 1, as a finding does. */
function withChecks(report: Looked, checks: Check[]): VerifyOutcome {
  const failed = checks.some(({ state }) => state === 'failed')
  return { command: 'verify', ...report, checks, exitCode: report.exitCode || (failed ? 1 : 0) }
}

function columnsOf(models: Judged[], { schema, project }: Scan): Check[] {
  return models.flatMap(({ model, status }) => {
    const { name, table: asked, column: wanted } = model
    if (status !== 'ok' || typeof name !== 'string' || typeof wanted !== 'string') return []
    const table = schema.tables.find((one) => one.name === asked)
    const column = table?.columns.get(written(wanted, project.dialect, project.sequelize))
    const place = [table?.relation?.schema, table?.relation?.name].filter(Boolean).join('.')
    const kind = table?.relation?.kind === 'table' ? '' : `, a ${table?.relation?.kind}`
    const says = `column "${wanted}" of ${place}${kind}: ${column?.type ?? 'there'}, nullable`
    return [{ subject: name, state: 'ok' as const, says }]
  })
}
