/** How this tool is typed: by npx where it is installed, otherwise the way it was started. */

import { realpathSync } from 'node:fs'
import path from 'node:path'
import { installed, isBelow } from '../reading'
import { packageRoot } from './package-root'

const NAME = 'deletedat-codemod'

/** @param started the script that Node was started with */
export function toolCommand(cwd: string, started = process.argv[1] ?? ''): string {
  if (installed(cwd, NAME)) return `npx ${NAME}`
  const script = realOf(started)
  // Of a copy that npx keeps for itself, or a program that only calls this one, no path would help.
  const isOurs = script !== undefined && script === realOf(path.join(packageRoot(), 'dist', 'bin.js'))
  if (!isOurs || /[\\/]_npx[\\/]/.test(script)) return `npx ${NAME}`
  if (path.basename(started).startsWith(NAME) && isOnPath(path.dirname(started))) return NAME
  const near = path.relative(cwd, started)
  const shown = isBelow(cwd, started) ? near : started
  return `node ${word(shown.split(path.sep).join('/'))}`
}

const isOnPath = (folder: string): boolean => (process.env.PATH ?? '').split(path.delimiter).includes(folder)

const word = (text: string): string => (/^[\w./@:~-]+$/.test(text) ? text : JSON.stringify(text))

function realOf(file: string): string | undefined {
  try {
    return realpathSync(file)
  } catch {
    return undefined
  }
}
