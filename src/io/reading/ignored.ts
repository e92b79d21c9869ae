/** Tells which files a search leaves out: build folders, minified files, and what .gitignore or the user excludes. */

import { existsSync } from 'node:fs'
import path from 'node:path'
import ignore, { type Ignore } from 'ignore'
import type { FileSource } from '../../types'
import { within } from './bounds'
import { disk, textsOf } from './disk'
import { withinRepository } from './upward'

const BUILT = new Set(['node_modules', 'dist', 'build', 'coverage', '.git'])
const MINIFIED = /\.min\.[cm]?js$/

/** The config of this tool is no file of the project's code, and names rules such as inert-paranoid. */
const isOurs = (file: string): boolean => /[\\/]deletedat-codemod\.config\.[cm]?[jt]s$/.test(file)

export interface IgnoreOptions {
  /** Patterns in .gitignore syntax, relative to the root. */
  ignore: string[]
  /** Ignores .gitignore files and the usual build folders; `ignore` still applies. */
  noIgnore: boolean
  /** The disk, if it is left out. */
  source?: FileSource
}

/** Tells whether a file or folder below `root` is left out. Paths are absolute and below the root. */
export type LeftOut = (file: string, isFolder: boolean) => boolean

/** Tells whether .gitignore or the default list excludes this folder of a project, or a folder around it. */
export function isLeftOut(root: string, folder: string): boolean {
  const isOut = leftOut(root, { ignore: [], noIgnore: false })
  for (let at = folder; at !== root && at.startsWith(root); at = path.dirname(at))
    if (isOut(at, true)) return true
  return false
}

interface Rules {
  base: string
  rules: Ignore
}

export function leftOut(root: string, options: IgnoreOptions): LeftOut {
  const own = rulesOf(root, options.ignore)
  if (options.noIgnore)
    return (file, isFolder) => isOurs(file) || (own.length > 0 && says(own, file, isFolder) === true)
  const rulesFor = gitRules(root, textsOf(options.source ?? disk))
  return (file, isFolder) =>
    (isFolder ? BUILT.has(path.basename(file)) : MINIFIED.test(file) || isOurs(file)) ||
    says(own, file, isFolder) === true ||
    says(rulesFor(path.dirname(file)), file, isFolder) === true
}

/** The .gitignore files that apply to a folder, innermost first, up to the root of the repository or of the project. */
function gitRules(root: string, read: (file: string) => string | undefined): (folder: string) => Rules[] {
  const top = repositoryAbove(root)
  const known = new Map<string, Rules[]>()
  const rulesFor = (folder: string): Rules[] => {
    const found = known.get(folder)
    if (found) return found
    const outer = folder === top || path.dirname(folder) === folder ? [] : rulesFor(path.dirname(folder))
    const here = rulesOf(folder, read(within(folder, '.gitignore'))?.split(/\r?\n/) ?? [])
    const all = here.length ? [...here, ...outer] : outer
    known.set(folder, all)
    return all
  }
  return rulesFor
}

/** Returns the project root if the project lies in no repository. */
function repositoryAbove(root: string): string {
  const top = withinRepository(root).at(-1) ?? root
  return existsSync(within(top, '.git')) ? top : root
}

/** Each becomes a pattern. A .gitignore of more does not count at all: then no file is left out that git would keep. */
const MOST_PATTERNS = 5000

function rulesOf(base: string, patterns: string[]): Rules[] {
  const counts = patterns.length > 0 && patterns.length <= MOST_PATTERNS
  return counts ? [{ base, rules: ignore().add(patterns) }] : []
}

/** The innermost .gitignore with a matching pattern decides, as in git. */
function says(chain: Rules[], file: string, isFolder: boolean): boolean | undefined {
  for (const { base, rules } of chain) {
    const relative = file
      .slice(base.endsWith(path.sep) ? base.length : base.length + 1)
      .replaceAll(path.sep, '/')
    const { ignored, unignored } = rules.test(isFolder ? `${relative}/` : relative)
    if (ignored) return true
    if (unignored) return false
  }
  return undefined
}
