/** DOOR. Reads models, schema and faults of each database. Models are read on first use, and only once. */

import path from 'node:path'
import { meantBy } from '../dialects'
import { inflectorFor, projectDialect } from '../io/project'
import { createReader, isBelow, type Reader } from '../io/reading'
import { replayMigrations, tablesTouched } from '../migrations'
import { type ModelsRead, readAssociations, readModels } from '../models'
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
import type { Touch } from './touch'

export type { Progress } from './sources'

/** The reading of one database. */
export interface Reading {
  database: ModelDatabase
  project: Project
  reader: Reader
  /** Absolute: the model files below the given paths. */
  files: string[]
  /** Whether all models of the given paths are judged, not only those that some files can have touched. */
  isWhole: boolean
  /** How many files were asked for, or have a model that is judged. */
  count(): number
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
  /** Whether a model may be another one if the text of one of these files is another. */
  dependsOn: ModelsRead['dependsOn']
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
  const { database, files, layout, history, reader, versions, version, touch } = sources
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
        ...(touch && { changed: touch.changed }),
        ...layout,
      },
      sources.watched,
      { ...rules, dialect: projectDialect(root, reader.read) },
    ),
  )
  const unparsed = once(() => unparsable(found(), sources))
  const project = once(
    (): Project => ({
      root: cwd,
      sequelize: versions.sequelize ?? settings.sequelizeVersion,
      dialect: meantBy(found().dialect, projectDialect(root, reader.read)),
      migrations: layout.migrations,
    }),
  )
  const replayed = () => ({
    dialect: project().dialect,
    sequelize: project().sequelize,
    root,
    environment: settings.environment,
    folders: [...new Set(layout.configs.map((file) => path.dirname(file)))],
  })
  const isTouched = touch ? touchedBy(touch, sources, found, replayed) : () => true
  const isAskedFor = (file: string) => !touch || touch.whole.has(file) || touch.changed.has(file)
  const models = once(() =>
    found().models.filter(
      // A model of an installed package counts only if it may need a column.
      (model) => (!isInstalled(model.origin.file) || model.needsColumn !== false) && isTouched(model),
    ),
  )
  return {
    database,
    get project() {
      return project()
    },
    reader,
    files,
    isWhole: !touch,
    around: sources.around,
    sources: sources.project,
    history,
    count: () => {
      const told = new Set([...models().map(({ origin }) => origin.file), ...(touch?.changed ?? [])])
      return touch ? files.filter((file) => touch.whole.has(file) || told.has(file)).length : files.length
    },
    models,
    schema(tables, some = history) {
      const schema = replayMigrations(some, sources.watched, { ...replayed(), tables })
      const unheard = schema.unheard?.filter(
        ({ file }) => isAskedFor(file) || touch?.migrations.includes(file),
      )
      return unheard ? { ...schema, unheard } : schema
    },
    faults: () =>
      [...withoutText(sources, overlay, settings.source), ...unparsed().findings].filter(
        ({ origin }) => isAskedFor(origin.file) || sources.problems.some(({ file }) => file === origin.file),
      ),
    unheard: () => found().unheard.filter(({ file }) => isAskedFor(file)),
    notes: () => [...layout.notes, ...unparsed().notes],
    dependsOn: (model, files) => found().dependsOn(model, files),
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

/** Returns a function that tells whether the changes can have touched a model. */
function touchedBy(
  { whole, changed, everything, migrations, before }: Touch,
  { history, watched }: Sources,
  found: () => ModelsRead,
  how: () => Parameters<typeof tablesTouched>[4],
): (model: Model) => boolean {
  const tables = once(() => {
    const now = tablesTouched(migrations.filter(watched.isFile), changed, history, watched, how())
    const then = tablesTouched(
      [...before.keys()],
      changed,
      history,
      createReader(before, how().root, watched),
      how(),
    )
    return now && then ? (table: TableName) => now(table) || then(table) : () => true
  })
  return (model) => {
    if (everything || whole.has(model.origin.file) || found().dependsOn(model, changed)) return true
    return migrations.length > 0 && ('kind' in model.table || tables()(model.table))
  }
}

const associates = /\b(has(Many|One)|belongsTo(Many)?)\b/i
