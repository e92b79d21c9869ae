/** Undoes our own migrations in a database, if no model needs their columns and no data is lost. */

import path from 'node:path'
import { deletedRows, written } from '../dialects'
import { UserError } from '../errors'
import { type Database, sequelizeCli, underDeployLock } from '../io/database'
import { hasRun } from '../judging'
import { typing } from '../project-runner'
import type { Check, Judged, Project, Scan, Settings } from '../types'
import { type Live, mayChange } from './live'
import type { OurMigration } from './our-migrations'

interface Went {
  checks: Check[]
  /** The reason why the undo stopped early. */
  stopped?: string
}

/** @param which in the order in which they are undone. @throws UserError if it refuses */
export async function undo(
  which: OurMigration[],
  found: Scan,
  database: Database,
  settings: Settings,
  handed: Live,
): Promise<Went> {
  if (!settings.force) for (const one of which) refuseWhileNeeded(one, found)
  for (const one of which) refuseLoss(one, await deletedIn(one, database), settings)
  if (!(await mayChange(database, settings, `Undo ${which.map(({ name }) => name).join(', ')}`, handed)))
    return { checks: [], stopped: 'Stopped: nothing was changed.' }
  const tell = handed.tell ?? (() => undefined)
  const busy = () => tell('A deploy is at work on this database; it is waited for.')
  const went = await underDeployLock(database, settings, { busy, late: stillBusy }, () =>
    undoAll(which, database, settings, tell),
  )
  return went.stopped ? { ...went, stopped: typing(settings, found.project)(went.stopped) } : went
}

const stillBusy = (): UserError =>
  new UserError('A deploy is at work on this database. Nothing was changed.', 'Run the command again later.')

/** Refuses while a model needs the column. It judges the code here; the deployed code may differ. */
function refuseWhileNeeded({ table, column, name }: OurMigration, { models, project }: Scan): void {
  const asking = models.find((judged) => asksFor(judged, table.name, column, project))
  if (!asking) return
  const { model } = asking
  throw new UserError(
    `${model.name} still asks for "${column}": without the column each of its queries fails. ${name} was not undone.`,
    'Turn paranoid off first (--repair disable-paranoid), deploy that code, then roll back. Or pass --force.',
    model.paranoidAt ?? model.origin,
  )
}

const asksFor = (
  { model }: Judged,
  table: string,
  column: string,
  { dialect, sequelize }: Project,
): boolean =>
  model.needsColumn !== false &&
  typeof model.column === 'string' &&
  !('kind' in model.table) &&
  written(model.column, dialect, sequelize) === column &&
  written(model.table.name, dialect, sequelize) === table

/** Counts the rows that are soft-deleted now. */
async function deletedIn({ table, column, isIndex }: OurMigration, database: Database): Promise<number> {
  const relation = isIndex ? undefined : await database.relation(table)
  if (!relation?.columns.some((one) => one.name === column)) return 0
  return database.ask(deletedRows(database.dialect, relation, column))
}

function refuseLoss({ column, name }: OurMigration, rows: number, { allowDataLoss }: Settings) {
  if (!rows || allowDataLoss) return
  const what = rows === 1 ? 'row of this table is' : 'rows of this table are'
  throw new UserError(
    `${rows} ${what} soft-deleted: without "${column}" they come back to life, and the times are lost. ${name} was not undone.`,
    'Delete them for good or keep their ids first. Or pass --allow-data-loss.',
  )
}

async function undoAll(
  which: OurMigration[],
  database: Database,
  { allowDataLoss }: Settings,
  tell: (line: string) => void,
): Promise<Went> {
  const checks: Check[] = []
  for (const one of which) {
    const cli = sequelizeCli(database.source, path.dirname(one.file), database.process.veil, tell)
    const env: Record<string, string> = allowDataLoss ? { DELETEDAT_ALLOW_DATA_LOSS: '1' } : {}
    const lost = await deletedIn(one, database)
    const { code } = await cli.run('db:migrate:undo', one.name, env)
    const check = await judged(one, code, lost, database)
    checks.push(check)
    if (check.state === 'failed')
      return {
        checks,
        stopped: `Stopped at ${one.name}. Mend what it says and run deletedat-codemod rollback again.`,
      }
  }
  return { checks }
}

async function judged(
  { name: subject, file, table, column, isIndex }: OurMigration,
  code: number | null,
  lost: number,
  database: Database,
): Promise<Check> {
  const relation = await database.relation(table)
  const isThere = relation?.columns.some((one) => one.name === column)
  const isNoted = hasRun(file, await database.ran())
  if (isNoted)
    return { subject, state: 'failed', says: `still noted as run (sequelize-cli ended with ${code})` }
  if (isIndex) return { subject, state: 'ok', says: 'undone' }
  // The column existed before our migration, so neither `up` nor `down` touched it.
  if (isThere) return { subject, state: 'ok', says: `undone; "${column}" was there before it, and stays` }
  const times = lost === 1 ? '1 deletion time' : `${lost} deletion times`
  const withIt = lost ? `, and with it ${times}: those rows are alive again` : ''
  return { subject, state: 'ok', says: `undone; "${column}" is gone${withIt}` }
}
