/** Tells how the user runs this tool: with npx if it is installed, otherwise the way it was started. */

import { realpathSync } from 'node:fs'
import path from 'node:path'
import { installed, isBelow } from '../reading'
import { packageRoot } from './package-root'

const NAME = 'deletedat-codemod'

/** The script that Node was started with. */
const startedBy = (): string => process.argv[1] ?? ''

export function toolCommand(cwd: string): string {
  if (installed(cwd, NAME)) return `npx ${NAME}`
  const started = startedBy()
  const script = realOf(started)
  // A path into npx's cache, or to another program that calls this tool, would not help the user.
  if (!isOurs(script) || /[\\/]_npx[\\/]/.test(script)) return `npx ${NAME}`
  if (path.basename(started).startsWith(NAME) && isOnPath(path.dirname(started))) return NAME
  return `node ${word(shown(cwd, started))}`
}

/** The path of a file of this tool as seen from `cwd`; if another program runs the tool, the path after an install. */
export function toolFile(cwd: string, name: string): string {
  const folder = installed(cwd, NAME)?.folder ?? (isOurs(realOf(startedBy())) ? packageRoot() : undefined)
  return folder === undefined ? `node_modules/${NAME}/${name}` : shown(cwd, path.join(folder, name))
}

const isOurs = (script: string | undefined): script is string =>
  script !== undefined && script === realOf(path.join(packageRoot(), 'dist', 'bin.js'))

const shown = (cwd: string, file: string): string =>
  (isBelow(cwd, file) ? path.relative(cwd, file) : file).split(path.sep).join('/')

const isOnPath = (folder: string): boolean => (process.env.PATH ?? '').split(path.delimiter).includes(folder)

const word = (text: string): string => (/^[\w./@:~-]+$/.test(text) ? text : JSON.stringify(text))

function realOf(file: string): string | undefined {
  try {
    return realpathSync(file)
  } catch {
    return undefined
  }
}
