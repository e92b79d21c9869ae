/** Finds source files in the project; `readText` and `createReader` read them. */

import { realpathSync } from 'node:fs'
import path from 'node:path'
import { type GlobOptions, globSync } from 'tinyglobby'
import type { FileSource, FolderEntry } from '../../types'
import { isBelow, within } from './bounds'
import { disk, realOf } from './disk'
import { type IgnoreOptions, type LeftOut, leftOut } from './ignored'
import { nearPath } from './near-path'
import { plainWalk } from './walk'

export { createReader, type Reader, watchedReader } from './reader'
export { readText } from './text'

/** A path that cannot be searched or read, with the reason in words. */
export interface Problem {
  /** Absolute path. */
  file: string
  what: string
  todo: string
}

const SOURCES = '**/*.{js,cjs,mjs,ts,cts,mts,jsx,tsx}'
const DECLARATION = /\.d\.[cm]?ts$/

/**
 * Finds the source files that the given paths name: absolute, sorted, without duplicates, as real paths below `cwd`.
 * A file that is named directly is always included; in a folder, `ignore` excludes files.
 */
export function discoverFiles(
  paths: string[],
  options: IgnoreOptions & { cwd: string },
): { files: string[]; problems: Problem[] } {
  const root = projectRoot(options.cwd, options.source)
  const isLeftOut = leftOut(root.nominal, options)
  const files = new Set<string>()
  const problems: Problem[] = []
  for (const given of paths) {
    const found = below(given, root, isLeftOut, options.noIgnore)
    if ('what' in found) problems.push(found)
    else for (const file of found.files) files.add(file)
  }
  return { files: [...files].sort(), problems }
}

/** A disk that tells no case apart knows a file by any spelling; its folder tells the one that counts. */
function asListed(file: string, { nominal, source }: Root): string {
  return path
    .relative(nominal, file)
    .split(path.sep)
    .filter(Boolean)
    .reduce((folder, name) => {
      const names = (source.entries(folder) ?? []).map((entry) => entry.name)
      const like = names.includes(name) ? name : names.find((one) => one.toLowerCase() === name.toLowerCase())
      return path.join(folder, like ?? name)
    }, nominal)
}

/** Matches `tests/…` and `user.test.js`. */
const TEST = /(?:^|\/)(?:__tests__|tests?|spec)\/|\.(?:test|spec)\./i

/** Tells whether a file or folder below the root is one of tests. */
const isTest = (root: string, file: string, isFolder: boolean): boolean =>
  TEST.test(path.relative(root, file).replaceAll(path.sep, '/') + (isFolder ? '/' : ''))

/** Every source file of the project except its tests: any of them may contain `new Sequelize(...)`. */
export function projectFiles(cwd: string, options: IgnoreOptions): string[] {
  const root = projectRoot(cwd, options.source)
  const isLeftOut = leftOut(root.nominal, options)
  const isOut: LeftOut = (file, isFolder) => isTest(root.nominal, file, isFolder) || isLeftOut(file, isFolder)
  return search(root.nominal, root, isOut, options.noIgnore).sort()
}

/** The root as the user named it and its real path; they differ if a parent folder is a link. */
interface Root {
  nominal: string
  real: string
  source: FileSource
}

const projectRoot = (cwd: string, source: FileSource = disk): Root => ({
  nominal: path.resolve(cwd),
  real: realpathSync(cwd),
  source,
})

function below(given: string, root: Root, isLeftOut: LeftOut, dot: boolean): { files: string[] } | Problem {
  const named = path.resolve(root.nominal, given)
  const isThere = isBelow(root.nominal, named) && root.source.kind(named) !== undefined
  const file = isThere ? asListed(named, root) : named
  const shown = path.relative(root.nominal, file) || '.'
  if (!isBelow(root.nominal, file)) {
    return {
      file,
      what: `${given} lies outside the project.`,
      todo: `Run it in a folder that holds ${given}.`,
    }
  }
  const kind = root.source.kind(file)
  if (!kind) {
    const files = isGlob(given) ? search(root.nominal, root, isLeftOut, dot, given) : []
    if (files.length) return { files }
    const near = nearPath(given, root.nominal)
    return {
      file,
      what: `There is no ${shown}.`,
      todo: near ? `Did you mean ${near}?` : 'Check the path: it is read from the working directory.',
    }
  }
  const real = inProject(file, root)
  if (!real) {
    return {
      file,
      what: `${shown} is a link that leaves the project.`,
      todo: 'Run it where the link leads to.',
    }
  }
  if (kind === 'file') return { files: [real] }
  const files = search(real, root, isLeftOut, dot)
  if (files.length) return { files }
  return {
    file,
    what: `There is no source file below ${shown === '.' ? 'the working directory' : shown}.`,
    todo: 'Check the path; what .gitignore names, node_modules, dist, build, coverage and minified files are read only with --no-ignore.',
  }
}

/** Walks a folder. It never enters folders that are left out and never follows loops or links out of the project. */
function search(folder: string, root: Root, isLeftOut: LeftOut, dot: boolean, pattern = SOURCES): string[] {
  const found = pattern === SOURCES ? withoutLinks(folder, root, isLeftOut, dot) : undefined
  return found ?? withLinks(folder, root, isLeftOut, dot, pattern)
}

/** Returns undefined if the folder contains links. */
function withoutLinks(folder: string, root: Root, isLeftOut: LeftOut, dot: boolean): string[] | undefined {
  const real = inProject(folder, root)
  const list = (dir: string) =>
    (root.source.entries(dir) ?? []).filter(
      (entry) => entry.isSymbolicLink() || !isLeftOut(within(dir, entry.name), entry.isDirectory()),
    )
  const isFolder = (file: string) => root.source.kind(file) === 'folder'
  const found = real === folder ? plainWalk(folder, list, dot, isFolder) : undefined
  return found?.filter((file) => !DECLARATION.test(file))
}

function withLinks(folder: string, root: Root, isLeftOut: LeftOut, dot: boolean, pattern: string): string[] {
  const entered = new Set<string>()
  let links = false
  const list = (given: string): FolderEntry[] => {
    const dir = inProject(given, root)
    if (!dir || entered.has(dir)) return []
    entered.add(dir)
    return (root.source.entries(given) ?? []).filter((entry) => {
      const file = within(dir, entry.name)
      if (entry.isSymbolicLink()) {
        links = true
        return inProject(file, root) !== undefined
      }
      return !isLeftOut(file, entry.isDirectory())
    })
  }
  const found = glob(pattern, {
    cwd: folder,
    dot,
    expandDirectories: false,
    fs: { readdirSync: list as never },
  })
    .filter((name) => !DECLARATION.test(name))
    .map((name) => path.resolve(folder, name))
  return links ? realFiles(found, root, isLeftOut) : found
}

/** Maps files that were reached through links to their real paths. */
const realFiles = (files: string[], root: Root, isLeftOut: LeftOut): string[] => [
  ...new Set(files.map((file) => inProject(file, root) ?? file).filter((file) => !isLeftOut(file, false))),
]

/** The real path, expressed below the nominal root; undefined if it does not exist or lies outside. */
function inProject(file: string, root: Root): string | undefined {
  if (!root.source.kind(file)) return undefined
  const real = realOf(file)
  return isBelow(root.real, real) ? path.join(root.nominal, path.relative(root.real, real)) : undefined
}

const isGlob = (given: string): boolean => /[*?{[]/.test(given)

/** Loading tinyglobby takes as long as a small check, so it is used only where a pattern requires it. */
const glob = (pattern: string, options: GlobOptions): string[] => globSync(pattern, options)
