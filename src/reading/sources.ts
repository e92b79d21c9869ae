/** Finds the files to read: model files, the source files around them, and the history. */

import path from 'node:path'
import { databasesIn, databasesNamed } from '../databases'
import { projectVersions } from '../io/project'
import {
  createImporters,
  createReader,
  type Importers,
  type Problem,
  projectFiles,
  type Reader,
  watchedReader,
} from '../io/reading'
import { inOrder, type Layout, layoutOf, migrationFiles } from '../migrations'
import { handsToModels, leadsToModels } from '../models'
import type { ModelDatabase, ScanSettings } from '../types'
import { askedFor } from './asked'
import { reachOf, type Touch, touchOf } from './touch'

export interface Sources {
  database: ModelDatabase
  /** Absolute: the files below the given paths, whatever they contain. */
  files: string[]
  /** Paths that could not be searched. */
  problems: Problem[]
  /** How changed files reach the models; left out if every model is judged. */
  touch?: Touch
  layout: Layout
  /** Absolute: the migrations, in the order in which they run. */
  history: string[]
  reader: Reader
  /** The same reader, which also reports how many files were read. */
  watched: Reader
  versions: ReturnType<typeof projectVersions>
  /** The version of Sequelize whose rules apply. */
  version: string
  /** Absolute: the source files of the project except tests, migrations and other databases. */
  code(): string[]
  /** Returns files that define base classes of models, or load models. */
  around(): string[]
  callersOf(file: string): string[]
  /** Whether a file must run first, by its text. */
  leads(file: string): boolean
  /** Absolute: every source file of the project except tests. */
  project(): string[]
  /** Returns the sources with other texts, limited to `files` if given. It does not search the disk again. */
  again(overlay: Map<string, string>, files?: string[]): Sources
}

/** Those that the config names, or those that are found. `--migrations` names the history of one. */
function databasesOf(
  { cwd, migrations, databases, isOwnRoot }: ScanSettings,
  files: string[],
  code: Parameters<typeof databasesIn>[2],
  reader: Reader,
): ModelDatabase[] {
  if (migrations.length) return [{ name: '.', root: cwd, files, shared: [], others: [] }]
  const all = databases
    ? databasesNamed(cwd, files, databases, reader)
    : databasesIn(cwd, files, code, reader)
  const own = isOwnRoot ? all.filter(({ root, isRest }) => root === cwd && !isRest) : []
  return own.length ? own : all
}

export type Progress = (done: number, total: number) => void

/**
 * Returns the sources of each database of the tree.
 * @param overlay absolute file -> text that replaces the file on disk; the file need not exist
 */
export function sourcesOf(
  settings: ScanSettings,
  overlay?: Map<string, string>,
  progress?: Progress,
): Sources[] {
  const { cwd } = settings
  const asked = askedFor(settings)
  const { problems, whole, changed, named } = asked
  const project = once(() => projectFiles(cwd, settings))
  const reader = createReader(overlay, cwd, undefined, settings.source)
  const indexed = texts(project, reader)
  const files = changed ? unique([...whole, ...named, ...(asked.within ?? project())]) : whole
  const databases = databasesOf(settings, files, { sources: project, leads: indexed.leads }, reader)
  const all = databases.map((database, index) => {
    const found = {
      database,
      problems: index ? [] : problems,
      project,
      ...indexed,
      versions: projectVersions(database.root, reader.read),
    }
    return { found, whole: () => sources(settings, found, reader, progress) }
  })
  if (!changed) return all.map(({ whole }) => whole())
  const reach = reachOf(asked, indexed, reader)
  const narrowed = all.map(({ found, whole }) => {
    const { database, layout, history } = whole()
    const { files, touch } = touchOf({ ...database, layout, history }, reach, asked, reader)
    return {
      files,
      make: () => sources(settings, { ...found, touch, asked: new Set(files) }, reader, progress),
    }
  })
  const touched = narrowed.filter(({ files }) => files.length > 0)
  return (touched.length ? touched : narrowed.slice(0, 1)).map(({ make }) => make())
}

const unique = (files: string[]): string[] => [...new Set(files)].sort()

interface DatabaseSources
  extends Pick<Sources, 'database' | 'problems' | 'project' | 'versions' | 'leads' | 'touch'> {
  /** The files whose models may be touched; left out if all are judged. */
  asked?: Set<string>
  /** The imports of the whole tree. */
  importers: Importers
}

/**
 * Indexes the texts of the tree for all of its databases.
 * @param before returns the known answer for a file whose text has not changed
 */
function texts(
  project: () => string[],
  reader: Reader,
  before: (file: string) => boolean | undefined = () => undefined,
): Pick<DatabaseSources, 'importers' | 'leads'> {
  const known = new Map<string, boolean>()
  const leads = (file: string) => {
    const found = known.get(file) ?? before(file) ?? leadsToModels(reader.read(file) ?? '')
    known.set(file, found)
    return found
  }
  return { importers: createImporters(project, reader), leads }
}

function sources(
  settings: ScanSettings,
  found: DatabaseSources,
  reader: Reader,
  progress?: Progress,
): Sources {
  const { cwd } = settings
  const { database, problems, project, versions, importers, leads, touch, asked } = found
  const { root, files: given } = database
  const layout = ownLayout(
    layoutOf(root, database.migrations ?? settings.migrations, foldersOf(given), project, reader),
    database,
  )
  // Files below the root of another database do not belong to this one.
  const foreign = [...layout.migrations, ...database.others].map((folder) => folder + path.sep)
  const isCode = (file: string) => !foreign.some((folder) => file.startsWith(folder))
  const code = once(() => project().filter(isCode))
  const files = given.filter((file) => isCode(file) && (!asked || asked.has(file)))
  const history = inOrder(migrationFiles(layout.migrations, reader))
  return {
    database,
    files,
    problems,
    ...(touch && { touch }),
    layout,
    history,
    reader,
    watched: watchedReader(reader, files.length + history.length, progress),
    versions,
    version: settings.sequelizeVersion ?? versions.sequelize ?? '6',
    code,
    around: once(() => code().filter((file) => leads(file) && handsToModels(reader.read(file) ?? ''))),
    leads,
    callersOf: (file) => importers.of(file).filter(isCode),
    project,
    again: (overlay, some) => {
      const next = some && {
        database: { ...database, files: given.filter((file) => some.includes(file)) },
        problems: [],
      }
      const other = createReader(overlay, cwd, reader)
      const indexed = texts(project, other, (file) => (overlay.has(file) ? undefined : leads(file)))
      return sources(settings, { ...found, ...indexed, ...next }, other, progress)
    },
  }
}

/** Removes the histories of other databases from the layout. */
const ownLayout = (layout: Layout, { others, history }: ModelDatabase): Layout => ({
  ...layout,
  migrations: history
    ? [history.folder]
    : layout.migrations.filter((folder) => !others.some((other) => folder.startsWith(other + path.sep))),
})

/** Returns a function that computes its value on the first call and returns it on each call. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const foldersOf = (files: string[]): string[] => [...new Set(files.map((file) => path.dirname(file)))]
