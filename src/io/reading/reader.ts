/** Reads and resolves files for the pure rooms, each file and folder once. */

import path from 'node:path'
import type { FileSource } from '../../types'
import { disk, realOf, textsOf } from './disk'
import { createBareResolver, extensions, knownPackage, packageName } from './resolve'
import { territoryOf } from './territory'
import { jsonObject } from './upward'
import { createWorkspaces } from './workspaces'

export interface Reader {
  /** The text of a file, including a byte-order mark; undefined if it cannot be read. */
  read(file: string): string | undefined
  /** The names in a folder; undefined if the folder does not exist. */
  list(folder: string): string[] | undefined
  isFile(file: string): boolean
  /**
   * The absolute file that an import resolves to, or the package ('sequelize', 'fs', any that is not installed) without
   * the path inside it and without `node:`; undefined if the file does not exist.
   */
  resolve(specifier: string, fromFile: string): string | { package: string } | undefined
  /** The reason why the project's code may not read this path; undefined if it may. */
  denied(file: string): string | undefined
  /** Set by DELETEDAT_PARSER=babel: Babel then parses plain JavaScript too, instead of the fast parser. */
  parser?: 'babel'
}

type Kind = 'file' | 'folder'

/** TypeScript imports name the compiled file: `./user.js` may mean user.ts. */
const HABITS: Record<string, string[]> = {
  '.js': ['.ts', '.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
  '.jsx': ['.tsx'],
}

/** The folder lookup of each reader, for a reader that is built on it. */
const foldersOf = new WeakMap<Reader, (dir: string) => Map<string, Kind> | undefined>()

/**
 * @param overlay absolute file -> text that replaces the file on disk; the file need not exist
 * @param cwd the project's root; an import may lead out of it, as at run time
 * @param before an earlier reader; files that it has read are not read again
 * @param source the files below the overlay, if there is no earlier reader
 */
export function createReader(
  overlay: Map<string, string> = new Map(),
  cwd?: string,
  before?: Reader,
  source: FileSource = disk,
): Reader {
  const texts = new Map<string, string | undefined>()
  const folders = new Map<string, Map<string, Kind> | undefined>()
  const answers = new Map<string, ReturnType<Reader['resolve']>>()
  const bare = createBareResolver(cwd, source)
  const workspaces = createWorkspaces(cwd ?? process.cwd())
  const territory = cwd === undefined ? undefined : territoryOf(cwd)

  const readBelow = before?.read ?? textsOf(source)
  const kindsBelow = (before && foldersOf.get(before)) ?? kindsIn(source)
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
  /** The entry of a package of the project, by its `exports`, or of its sources where it is not built. */
  const asPackage = (base: string): string | undefined =>
    entriesOf(read(path.join(base, 'package.json')))
      .map((entry) => path.join(base, entry))
      .flatMap((entry) => [entry, ...sourcesOf(base, entry)])
      .map(asFile)
      .find(Boolean)
  const relative = (specifier: string, from: string): string | undefined => {
    const base = path.resolve(path.dirname(from), specifier)
    const file = namesFolder(specifier) ? asFolder(base) : (asFile(base) ?? asFolder(base))
    // A package may lie anywhere, and so may its dependencies.
    const isKept = file !== undefined && !overlay.has(file) && !from.includes('node_modules')
    return isKept && territory?.imported(file) === false ? undefined : file
  }
  const other = (specifier: string, from: string): ReturnType<Reader['resolve']> => {
    const known = knownPackage(specifier)
    if (known) return { package: known }
    const file = bare(specifier, path.dirname(from))
    // A workspace package is the project's own code, which its real path shows.
    if (file) return realOf(file)
    if (specifier.startsWith('#')) return undefined
    const linked = workspaces(specifier)
    return (
      (linked && (asFile(linked) ?? asFolder(linked) ?? asPackage(linked))) ?? {
        package: packageName(specifier),
      }
    )
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

/** Earlier resolutions stay valid if the overlay adds no new file and changes no package.json. */
const changesNoAnswer = (overlay: Map<string, string>, { isFile }: Reader): boolean =>
  [...overlay.keys()].every((file) => isFile(file) && path.basename(file) !== 'package.json')

/** Wraps a reader so that it reports how many of `total` files it has read. */
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

const kindsIn =
  ({ entries, kind }: FileSource) =>
  (dir: string): Map<string, Kind> | undefined => {
    const found = entries(dir)
    return (
      found &&
      new Map(
        found.flatMap((entry) => {
          const its = entry.isSymbolicLink()
            ? kind(path.join(dir, entry.name))
            : entry.isFile()
              ? 'file'
              : entry.isDirectory()
                ? 'folder'
                : undefined
          return its ? [[entry.name, its] as const] : []
        }),
      )
    )
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

/** `dist/index.js` is built of `src/index.ts`, or of `index.ts`. */
function sourcesOf(folder: string, entry: string): string[] {
  const [, ...inside] = path.relative(folder, entry).split(path.sep)
  return inside.length ? [path.join(folder, 'src', ...inside), path.join(folder, ...inside)] : []
}

/** The files by which package.json says that the package is imported. */
function entriesOf(manifest: string | undefined): string[] {
  const { main, module, source, exports: exported } = jsonObject(manifest ?? '') ?? {}
  return [main, module, source, ...targetsIn(exported)].filter((one) => typeof one === 'string')
}

/** `'./index.js'`, `{ '.': { import: './index.js' } }`: those of the package itself. */
function targetsIn(exported: unknown): unknown[] {
  if (typeof exported !== 'object' || exported === null) return [exported]
  const own = '.' in exported ? { '.': exported['.'] } : exported
  return Object.entries(own).flatMap(([key, value]) =>
    key === 'types' || key.startsWith('./') ? [] : targetsIn(value),
  )
}

function mainOf(manifest: string | undefined): string | undefined {
  try {
    const { main } = JSON.parse(manifest ?? '{}') as { main?: unknown }
    return typeof main === 'string' && main ? main : undefined
  } catch {
    return undefined
  }
}
