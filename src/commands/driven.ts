/** Decides whether `deploy` and `rollback` can run the project's migrations, and names the command that can. */

import path from 'node:path'
import { UserError } from '../errors'
import { isHelper, isOurName } from '../our-names'
import { commandsOf } from '../project-runner'
import type { Project, Settings } from '../types'

/** @throws UserError if `deploy` cannot drive the project's runner */
export function refuseUndriven(settings: Settings, project: Project, history: string[]): void {
  const { undriven, next, tool } = commandsOf(settings, project)
  if (undriven === undefined) return
  const ours = history.filter(isOurName)
  const command = next(ours.length ? ours : history.slice(-1))
  const how =
    command === undefined ? 'Run them as you run the others' : `Run ${command.replace('\n', ', then ')}`
  throw new UserError(
    `${undriven} Nothing was run.`,
    `${how}, then ${[tool, 'verify', ...settings.paths.filter((one) => one !== '.')].join(' ')}.`,
  )
}

/** @param migrations absolute, from the last run. @throws UserError if `rollback` cannot drive the project's runner */
export function refuseUndrivenBack(settings: Settings, project: Project, migrations: string[]): void {
  const { undriven } = commandsOf(settings, project)
  const own = migrations.filter((file) => !isHelper(file))
  if (undriven === undefined || !own.length) return
  const names = own.map((file) => path.relative(settings.cwd, file).split(path.sep).join('/'))
  throw new UserError(
    `${undriven} Nothing was taken back.`,
    `Undo ${names.join(', ')} with what runs it, then delete the file; code first, then the column.`,
  )
}

/** sequelize-cli before 6.5 runs all pending migrations. @returns why nothing is run, if others are pending */
export function ranWithOthers(settings: Settings, project: Project, others: string[]): string | undefined {
  const { runsByName, next } = commandsOf(settings, project)
  if (runsByName || !others.length) return undefined
  const command = next([path.join(settings.cwd, 'migrations', 'x.js')])
  return `This sequelize-cli has no --name, so it would run ${others.join(', ')} too. Nothing was run. If that is meant: ${command}`
}
