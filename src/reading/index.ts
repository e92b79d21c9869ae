/** DOOR. Reads models, schema and faults of each database. Models are read on first use, and only once. */

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

/** The reading of one database. */
export interface Reading {
  database: ModelDatabase
  project: Project
  reader: Reader
  /** Absolute: the model files below the given paths. */
  files: string[]
  /** Absolute: files that define base classes of models, or load models. */
  around(): string[]
  /** Returns every source file of the project except tests. */
  sources(): string[]
  /** Absolute: the migrations, in the order in which they run. */
  history: string[]
  models(): Model[]
  /** Returns the schema of the given tables after these migrations, by default the whole history. */
  schema(tables: TableName[], files?: string[]): Schema
  /** Returns findings about files that could not be searched, read or parsed. */
  faults(): Finding[]
  /** Returns files that ask for soft delete but from which no model was read. */
  unheard(): Unheard[]
  notes(): string[]
  associations(): Association[]
  /**
   * Reads again with other texts. Files that are not in the overlay keep their text.
   * @param overlay absolute file -> text
   * @param files the model files to read, if not all
   */
  again(overlay: Map<string, string>, files?: string[]): Reading
}

/**
 * Returns a reading for each database of the tree.
 * @param overlay absolute file -> text that replaces the file on disk; the file need not exist
 */
export const read = (
  settings: ScanSettings,
  overlay: Map<string, string> = new Map(),
  progress?: Progress,
): Reading[] => sourcesOf(settings, overlay, progress).map((sources) => reading(settings, sources, overlay))

/** Recognizes files that belong to no root, lie outside the working directory, or are in node_modules. */
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
    // A model of an installed package counts only if it may need a column.
    models: once(() =>
      found().models.filter(({ origin, needsColumn }) => !isInstalled(origin.file) || needsColumn !== false),
    ),
    schema: (tables, some = history) =>
      replayMigrations(some, sources.watched, {
        dialect: project().dialect,
        sequelize: project().sequelize,
        root,
        environment: settings.environment,
        folders: [...new Set(layout.configs.map((file) => path.dirname(file)))],
        tables,
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
