/** The next command to type once migrations are written. */

import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Project, Written } from '../../types'
import { configBeside, startFolder } from './start-folder'

export function nextCommand(cwd: string, project: Project, written: Written[]): string | undefined {
  const migrations = written.filter(({ kind }) => kind === 'migration')
  const [first] = migrations
  if (!first) return undefined
  const which = migrations.length === 1 ? ` --name ${word(path.basename(first.file))}` : ''
  return commandFor(cwd, project, first.file, { old: `db:migrate${which}`, new: 'migration:run' })
}

/** The command that tells whether a migration has run. */
export const statusCommand = (cwd: string, project: Project, file: string): string =>
  commandFor(cwd, project, file, { old: 'db:migrate:status', new: 'migration:status' })

/** @param command of sequelize-cli, and of the one that belongs to version 7 */
function commandFor(
  cwd: string,
  project: Project,
  file: string,
  command: { old: string; new: string },
): string {
  const folder = path.dirname(file)
  const start = startFolder(cwd, folder)
  const enter = start === cwd ? '' : `cd ${word(path.relative(cwd, start))} && `
  if (Number.parseInt(project.sequelize ?? '6', 10) >= 7) return `${enter}npx sequelize ${command.new}`
  return `${enter}npx sequelize-cli ${command.old}${options(start, folder)}`
}

/** What sequelize-cli would not find by itself. */
function options(start: string, folder: string): string {
  if (existsSync(path.join(start, '.sequelizerc'))) return ''
  const migrations =
    folder === path.join(start, 'migrations') ? '' : ` --migrations-path ${shown(start, folder)}`
  const config = configBeside(start, folder)
  return migrations + (config ? ` --config ${shown(start, config)}` : '')
}

const shown = (start: string, file: string): string =>
  word(path.relative(start, file).split(path.sep).join('/'))

/** Quoted for every common shell where it must be. */
const word = (text: string): string => (/^[\w./@:-]+$/.test(text) ? text : JSON.stringify(text))
