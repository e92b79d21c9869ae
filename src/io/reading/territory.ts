/** Tells which paths the project's code may read: its own repository, except secrets. */

import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { isBelow, within } from './bounds'
import { realOf } from './disk'
import { textOfRegular } from './regular'
import { manifestIn, upward, withinRepository } from './upward'

/** Returns the reason why the project's code may not read an absolute path; undefined if it may. */
type Denied = (file: string) => string | undefined

interface Territory {
  denied: Denied
  /** Whether an import may resolve to this file; if there is no repository, code may also lie beside the project. */
  imported(file: string): boolean
}

export function territoryOf(cwd: string): Territory {
  let top: string | undefined
  const outside = (file: string) => !isBelow((top ??= realOf(topOf(cwd) ?? cwd)), realOf(file))
  return {
    imported: (file) =>
      !outside(file) || (CODE.test(file) && CODE.test(realOf(file)) && topOf(cwd) === undefined),
    denied(file) {
      if (outside(file)) return OUTSIDE
      const parts = path.relative(top as string, realOf(file)).split(path.sep)
      return parts.some((part) => part.startsWith('.') && part !== '.') ? HIDDEN : undefined
    },
  }
}

const OUTSIDE = 'it lies outside of the project'
const HIDDEN = 'it is a hidden file, which may hold secrets'

const CODE = /\.[cm]?[jt]sx?$/

/**
 * The repository. Without one, the workspace root around the project, or else the topmost folder above that looks
 * like part of a project; undefined if nothing shows where the project ends.
 */
function topOf(cwd: string): string | undefined {
  const top = withinRepository(cwd).at(-1) ?? cwd
  if (existsSync(within(top, '.git'))) return top
  const above = upward(path.dirname(cwd))
  const end = above.findIndex(
    (folder) => folder === homedir() || !MARKS.some((name) => existsSync(within(folder, name))),
  )
  return above.find(holdsWorkspaces) ?? above[end - 1]
}

const MARKS = ['.gitignore', 'package.json']

const holdsWorkspaces = (folder: string): boolean => {
  const manifest = manifestIn(folder)
  return (
    (manifest !== undefined && 'workspaces' in manifest) ||
    ['pnpm-workspace.yaml', 'lerna.json'].some((name) => textOfRegular(within(folder, name)) !== undefined)
  )
}
