/** DOOR. What there is to be read, and what has been: each part is read when it is asked for, and once. */

import path from 'node:path'
import { meantBy } from '../dialects'
import { inflectorFor, projectDialect } from '../io/project'
import { createReader, isBelow, type Reader } from '../io/reading'
import { replayMigrations } from '../migrations'
import { readAssociations, readModels } from '../models'
import type {
  Association,
  Finding,
  Model,
  ModelDatabase,
  Project,
  ScanSettings,
  Schema,
  TableName,
  Unheard,
} from '../types'
import { unparsable, withoutText } from './faults'
import { once, type Progress, type Sources, sourcesOf } from './sources'

export type { Progress } from './sources'

/** Of one database. */
export interface Reading {
  database: ModelDatabase
  project: Project
  reader: Reader
  /** Absolute: the model files that were asked for. */
  files: string[]
  /** Absolute: files that make what the models inherit, or load them. */
  around(): string[]
  /** Every source file of the project but its tests. */
  sources(): string[]
  /** Absolute: the migrations, in their order. */
  history: string[]
  models(): Model[]
  /** What these migrations make of the tables that are asked for. */
  schema(tables: TableName[], files?: string[]): Schema
  /** What could not be searched, read or parsed. */
  faults(): Finding[]
  /** Files that should tell something, and told nothing. */
  unheard(): Unheard[]
  notes(): string[]
  associations(): Association[]
  /**
   * The same over other texts: they are read anew, with all that is said of them; the others are as they were.
   * @param overlay absolute file -> text
   * @param files model files, where not all are asked about
   */
  again(overlay: Map<string, string>, files?: string[]): Reading
}

/**
 * One for each database of the tree.
 * @param overlay absolute file -> text that is read instead of the disk, also for files that do not exist yet
 */
export const read = (
  settings: ScanSettings,
  overlay: Map<string, string> = new Map(),
  progress?: Progress,
): Reading[] => sourcesOf(settings, overlay, progress).map((sources) => reading(settings, sources, overlay))

/** Files that are loaded from outside the search: of no root, of a package that is linked, or installed. */
const elsewhere = (cwd: string, { shared }: ModelDatabase): ((file: string) => boolean) => {
  const own = new Set(shared)
  return (file) => own.has(file) || !isBelow(cwd, file) || isInstalled(file)
}

const isInstalled = (file: string): boolean => file.includes(`${path.sep}node_modules${path.sep}`)

function reading(settings: ScanSettings, sources: Sources, overlay: Map<string, string>): Reading {
  const { cwd } = settings
  const { database, files, layout, history, reader, versions, version } = sources
  const { root } = database
  const rules = { version, typescriptVersion: versions.typescript, inflector: inflectorFor(version, root) }
  const found = once(() =>
    readModels(
      {
        root,
        environment: settings.environment,
        files,
        code: sources.code(),
        around: sources.around(),
        leads: sources.leads,
        callersOf: sources.callersOf,
        isElsewhere: elsewhere(cwd, database),
        ...layout,
      },
      sources.watched,
      { ...rules, dialect: projectDialect(root) },
    ),
  )
  const unparsed = once(() => unparsable(found(), sources))
  const project = once(
    (): Project => ({
      root: cwd,
      sequelize: versions.sequelize ?? settings.sequelizeVersion,
      dialect: meantBy(found().dialect, projectDialect(root)),
      migrations: layout.migrations,
    }),
  )
  return {
    database,
    get project() {
      return project()
    },
    reader,
    files,
    around: sources.around,
    sources: sources.project,
    history,
    // A model of an installed package is of interest where its column may be missing.
    models: once(() =>
      found().models.filter(({ origin, needsColumn }) => !isInstalled(origin.file) || needsColumn !== false),
    ),
    schema: (asked, some = history) =>
      replayMigrations(some, sources.watched, {
        dialect: project().dialect,
        sequelize: project().sequelize,
        root,
        environment: settings.environment,
        folders: [...new Set(layout.configs.map((file) => path.dirname(file)))],
        asked,
      }),
    faults: () => [...withoutText(sources, overlay), ...unparsed().findings],
    unheard: () => found().unheard,
    notes: () => [...layout.notes, ...unparsed().notes],
    associations: once(() => {
      const own = createReader(overlay, cwd, reader)
      const files = sources.project().filter((file) => associates.test(own.read(file) ?? ''))
      return readAssociations({ root, environment: settings.environment, files }, own, {
        ...rules,
        dialect: project().dialect,
      })
    }),
    again: (changed, some) =>
      reading(settings, sources.again(changed, some), new Map([...overlay, ...changed])),
  }
}

const associates = /\b(has(Many|One)|belongsTo(Many)?)\b/i
