/** What there is to be read: model files, what is around them, and the history. */

import path from 'node:path'
import { projectVersions } from './io/project'
import {
  createReader,
  discoverFiles,
  importersIn,
  type Problem,
  projectFiles,
  type Reader,
  watchedReader,
} from './io/reading'
import { inOrder, type Layout, layoutOf, migrationFiles } from './migrations'
import { type Concern, concerned, makesInstance } from './models'
import type { ScanSettings } from './types'

export interface Gathered {
  /** Absolute: the model files that were asked for, whatever stands in them. */
  files: string[]
  /** Paths that could not be searched. */
  problems: Problem[]
  layout: Layout
  /** Absolute: the migrations, in their order. */
  history: string[]
  /** Tells nobody how far it is. */
  plain: Reader
  reader: Reader
  versions: ReturnType<typeof projectVersions>
  /** Of Sequelize, by whose rules is gone. */
  version: string
  /** Files that make what the models inherit. */
  around(): string[]
  callersOf(file: string): string[]
  /** Files that can have a say in whether a model is paranoid; left out: all. */
  concern?: Concern
  /** Absolute: every source file of the project but its tests. */
  project(): string[]
  /** The same over other texts, and of these files alone where some are named; the disk is not asked again. */
  again(overlay: Map<string, string>, files?: string[]): Gathered
}

/** @param overlay absolute file -> text that is read instead of the disk, also for files that do not exist yet */
export function gather(
  settings: ScanSettings,
  overlay?: Map<string, string>,
  progress?: (done: number, total: number) => void,
): Gathered {
  const { cwd } = settings
  const found = {
    ...discoverFiles(settings.paths, settings),
    project: once(() => projectFiles(cwd, settings)),
    versions: projectVersions(cwd),
  }
  return gathered(settings, found, createReader(overlay, cwd), progress)
}

type Found = Pick<Gathered, 'files' | 'problems' | 'project' | 'versions'>

function gathered(
  settings: ScanSettings,
  found: Found,
  plain: Reader,
  progress?: (done: number, total: number) => void,
): Gathered {
  const { cwd } = settings
  const { files: given, problems, project, versions } = found
  const layout = layoutOf(cwd, settings.migrations, foldersOf(given), project, plain)
  const isCode = (file: string) => !layout.migrations.some((folder) => file.startsWith(folder + path.sep))
  const code = once(() => project().filter(isCode))
  const files = given.filter(isCode)
  const history = inOrder(migrationFiles(layout.migrations, plain))
  const textOf = (file: string) => plain.read(file) ?? ''
  const texts = [...new Set([...code(), ...files])].map((file) => ({ file, text: textOf(file) }))
  const concern = concerned(texts, [...layout.configs, ...layout.eggConfigs].map(textOf))
  // Whatever hands something to a file that can have a say is one of them.
  const callers = settings.lean && concern ? () => [...concern.asked] : code
  return {
    files,
    problems,
    layout,
    history,
    plain,
    reader: watchedReader(plain, files.length + history.length, progress),
    versions,
    version: settings.sequelizeVersion ?? versions.sequelize ?? '6',
    around: once(() => code().filter((file) => makesInstance.test(textOf(file)))),
    callersOf: importersIn(callers, plain),
    concern,
    project,
    again: (overlay, some = given) => {
      const next = { ...found, files: some, problems: some === given ? problems : [] }
      return gathered(settings, next, createReader(overlay, cwd, plain), progress)
    },
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const foldersOf = (files: string[]): string[] => [...new Set(files.map((file) => path.dirname(file)))]
