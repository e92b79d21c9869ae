/** Reads and resolves files for the pure rooms, each file and folder once. */

import { readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { createBareResolver, extensions, knownPackage, packageName } from './resolve'
import { territoryOf } from './territory'
import { readText } from './text'
import { createWorkspaces } from './workspaces'

export interface Reader {
  /** The text of a file, a byte-order mark included; undefined when it cannot be read. */
  read(file: string): string | undefined
  /** The names in a folder; undefined when there is none. */
  list(folder: string): string[] | undefined
  isFile(file: string): boolean
  /**
   * The absolute file that an import names, or the package ('sequelize', 'fs', whatever is not installed) without the
   * path inside it and without `node:`. undefined: there is no such file.
   */
  resolve(specifier: string, fromFile: string): string | { package: string } | undefined
  /** Why what the project's code asks for by its path is kept from it; undefined: it may be read. */
  denied(file: string): string | undefined
  /** Babel reads plain files as well: whoever doubts the fast parser sets DELETEDAT_PARSER. */
  parser?: 'babel'
}

type Kind = 'file' | 'folder'

/** What TypeScript writes for a file that will be compiled: `./user.js` is user.ts. */
const HABITS: Record<string, string[]> = {
  '.js': ['.ts', '.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
  '.jsx': ['.tsx'],
}

/** How a reader knows folders, for one that goes on from it. */
const foldersOf = new WeakMap<Reader, (dir: string) => Map<string, Kind> | undefined>()

/**
 * @param overlay absolute file -> text that is read instead of the disk, also for files that do not exist yet
 * @param cwd the project's root; an import may lead out of it, as it may at run time
 * @param before what it read already is not read from the disk again
 */
export function createReader(
  overlay: Map<string, string> = new Map(),
  cwd?: string,
  before?: Reader,
): Reader {
  const texts = new Map<string, string | undefined>()
  const folders = new Map<string, Map<string, Kind> | undefined>()
  const answers = new Map<string, ReturnType<Reader['resolve']>>()
  const bare = createBareResolver(cwd)
  const workspaces = createWorkspaces(cwd ?? process.cwd())
  const territory = cwd === undefined ? undefined : territoryOf(cwd)

  const readBelow = before?.read ?? textOf
  const kindsBelow = (before && foldersOf.get(before)) ?? kindsIn
  const read = (file: string) => once(texts, file, () => overlay.get(file) ?? readBelow(file))
  const folder = (dir: string) => once(folders, dir, () => withOverlay(dir, kindsBelow(dir), overlay))
  const kind = (file: string) => {
    const at = file.lastIndexOf(path.sep)
    const isPlain = at > 0 && (path.sep === '/' || !file.includes('/'))
    return isPlain
      ? folder(file.slice(0, at))?.get(file.slice(at + 1))
      : folder(path.dirname(file))?.get(path.basename(file))
  }
  const isFile = (file: string) => kind(file) === 'file'

  const asFile = (base: string) => candidates(base).find(isFile)
  const asFolder = (base: string): string | undefined => {
    if (kind(base) !== 'folder') return undefined
    const main = mainOf(read(path.join(base, 'package.json')))
    const tries = main ? [path.join(base, main), path.join(base, main, 'index')] : []
    return [...tries, path.join(base, 'index')].map(asFile).find(Boolean)
  }
  const relative = (specifier: string, from: string): string | undefined => {
    const base = path.resolve(path.dirname(from), specifier)
    const file = namesFolder(specifier) ? asFolder(base) : (asFile(base) ?? asFolder(base))
    // A package may lie anywhere, and what it needs with it.
    const isKept = file !== undefined && !overlay.has(file) && !from.includes('node_modules')
    return isKept && territory?.imported(file) === false ? undefined : file
  }
  const other = (specifier: string, from: string): ReturnType<Reader['resolve']> => {
    const known = knownPackage(specifier)
    if (known) return { package: known }
    const file = bare(specifier, path.dirname(from))
    // A workspace package is the project's own code: its real place tells.
    if (file) return realpathSync(file)
    if (specifier.startsWith('#')) return undefined
    const linked = workspaces(specifier)
    return (linked && (asFile(linked) ?? asFolder(linked))) ?? { package: packageName(specifier) }
  }

  const resolve: Reader['resolve'] = (specifier, from) =>
    once(answers, `${path.dirname(from)}\0${specifier}`, () =>
      isPath(specifier) ? relative(specifier, from) : other(specifier, from),
    )
  const reader: Reader = {
    read,
    list: (dir) => folder(dir) && [...(folder(dir) as Map<string, Kind>).keys()],
    isFile,
    resolve: before && changesNoAnswer(overlay, before) ? before.resolve : resolve,
    denied: (file) => (overlay.has(file) ? undefined : territory?.denied(file)),
    ...(process.env.DELETEDAT_PARSER === 'babel' && { parser: 'babel' }),
  }
  foldersOf.set(reader, folder)
  return reader
}

/** Imports lead to the same places while no file is new, and none says where a folder's code is. */
const changesNoAnswer = (overlay: Map<string, string>, { isFile }: Reader): boolean =>
  [...overlay.keys()].every((file) => isFile(file) && path.basename(file) !== 'package.json')

/** The same reader, which tells how many of so many files it was asked for. */
export function watchedReader(
  reader: Reader,
  total: number,
  progress: ((done: number, total: number) => void) | undefined,
): Reader {
  if (!progress) return reader
  const seen = new Set<string>()
  const read = (file: string) => {
    seen.add(file)
    progress(seen.size, Math.max(seen.size, total))
    return reader.read(file)
  }
  return { ...reader, read }
}

const isPath = (specifier: string): boolean =>
  /^\.{1,2}([\\/]|$)/.test(specifier) || path.isAbsolute(specifier)

/** '.', '..', './', 'x/' */
const namesFolder = (specifier: string): boolean => /(^|[\\/])\.{0,2}$/.test(specifier)

function candidates(base: string): string[] {
  const extension = path.extname(base)
  const stem = base.slice(0, base.length - extension.length)
  const habits = (HABITS[extension] ?? []).map((other) => stem + other)
  return [base, ...habits, ...extensions.map((added) => base + added)]
}

function once<V>(known: Map<string, V>, key: string, find: () => V): V {
  if (known.has(key)) return known.get(key) as V
  const value = find()
  known.set(key, value)
  return value
}

function textOf(file: string): string | undefined {
  const text = readText(file)
  return 'text' in text ? text.text : undefined
}

function kindsIn(dir: string): Map<string, Kind> | undefined {
  try {
    const entries = readdirSync(dir, { withFileTypes: true })
    return new Map(
      entries.flatMap((entry) => {
        const kind = entry.isSymbolicLink()
          ? kindOf(path.join(dir, entry.name))
          : entry.isFile()
            ? 'file'
            : entry.isDirectory()
              ? 'folder'
              : undefined
        return kind ? [[entry.name, kind] as const] : []
      }),
    )
  } catch {
    return undefined
  }
}

function kindOf(file: string): Kind | undefined {
  try {
    const stats = statSync(file)
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : undefined
  } catch {
    return undefined
  }
}

function withOverlay(dir: string, kinds: Map<string, Kind> | undefined, overlay: Map<string, string>) {
  const prefix = dir.endsWith(path.sep) ? dir : dir + path.sep
  const added = new Map<string, Kind>()
  for (const file of overlay.keys()) {
    if (!file.startsWith(prefix)) continue
    const [name = '', deeper] = file.slice(prefix.length).split(path.sep)
    added.set(name, deeper === undefined ? 'file' : 'folder')
  }
  return added.size ? new Map([...(kinds ?? []), ...added]) : kinds
}

function mainOf(manifest: string | undefined): string | undefined {
  try {
    const { main } = JSON.parse(manifest ?? '{}') as { main?: unknown }
    return typeof main === 'string' && main ? main : undefined
  } catch {
    return undefined
  }
}
