/** What code of the project may be answered when it asks for a file by its path: its own repository, and no secrets. */

import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { isBelow, within } from './bounds'
import { textOfRegular } from './regular'
import { manifestIn, upward, withinRepository } from './upward'

/** Tells for any absolute path why it is kept from the project's code; undefined: it may be read. */
export type Denied = (file: string) => string | undefined

export interface Territory {
  denied: Denied
  /** Whether an import may lead there: where no repository tells how far the project goes, code may lie beside it. */
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

export const OUTSIDE = 'it lies outside of the project'
const HIDDEN = 'it is a hidden file, which may hold secrets'

const CODE = /\.[cm]?[jt]sx?$/

/**
 * The repository. Where there is none, the folder of the workspaces that the project is one of, else what looks like
 * the top of an unpacked one; undefined: nothing tells how far it goes.
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

/** By the real place of what is there, however many links lead to it. */
function realOf(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    const parent = path.dirname(file)
    return parent === file ? file : path.join(realOf(parent), path.basename(file))
  }
}
