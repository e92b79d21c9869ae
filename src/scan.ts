/** The hallway: paths -> models + schema -> findings. */

import path from 'node:path'
import { diff, fails } from './diff'
import { sideBySide } from './eyes'
import { createReader, discoverFiles, type Problem, projectFiles, readText, watchedReader } from './io/files'
import { importersIn } from './io/importers'
import { inflectorFor } from './io/inflector'
import { projectDialect, projectVersions } from './io/project'
import { inOrder, layoutOf, migrationFiles, replayMigrations } from './migrations'
import { type ModelsRead, readAssociations, readModels, settled } from './models'
import { hasRun, withPending } from './pending'
import type {
  Association,
  Eye,
  Finding,
  Judged,
  Model,
  Origin,
  Project,
  Reflection,
  Scan,
  ScanSettings,
  TableName,
  Witnesses,
} from './types'

/** Files whose top level makes what the models inherit. */
const makesInstance = /new\s+[\w$.]*Sequelize\b|\.forRoot(Async)?\s*\(|extends\s+[\w$.]*Sequelize\b/

/**
 * Reads models and migrations and compares them. Runs none of the project's code.
 * @param overlay absolute file -> text that is read instead of the disk, also for files that do not exist yet
 * @param progress told how many files were read, and of how many at least
 * @param witnesses what else is asked: a database instead of the migrations, a run of the models
 */
export async function scan(
  settings: ScanSettings,
  overlay?: Map<string, string>,
  progress?: (done: number, total: number) => void,
  { eye, replay, mirror }: Witnesses = {},
): Promise<Scan> {
  const { cwd } = settings
  const { files: given, problems } = discoverFiles(settings.paths, settings)
  const reader = createReader(overlay, cwd)
  const project = once(() => projectFiles(cwd, settings))
  const layout = layoutOf(cwd, settings.migrations, foldersOf(given), project, reader)
  const isCode = (file: string) => !layout.migrations.some((folder) => file.startsWith(folder + path.sep))
  const code = once(() => project().filter(isCode))
  const files = given.filter(isCode)
  const around = code().filter((file) => makesInstance.test(reader.read(file) ?? ''))
  const history = inOrder(migrationFiles(layout.migrations, reader))
  const watched = watchedReader(reader, files.length + history.length, progress)
  const versions = projectVersions(cwd)
  const version = settings.sequelizeVersion ?? versions.sequelize ?? '6'
  const read = readModels(
    { root: cwd, files, around, callersOf: importersIn(code, reader), ...layout },
    watched,
    {
      version,
      typescriptVersion: versions.typescript,
      dialect: projectDialect(cwd),
      inflector: inflectorFor(version, cwd),
    },
  )
  const dialect = read.dialect ?? projectDialect(cwd)
  const written = replayMigrations(history, watched, {
    dialect,
    root: cwd,
  })
  const found: Project = {
    root: cwd,
    sequelize: versions.sequelize ?? settings.sequelizeVersion,
    dialect,
    migrations: layout.migrations,
  }
  const options = { dialect, strict: settings.strict }
  // Texts that are not on the disk cannot be run.
  const run = files.some((file) => overlay?.has(file))
    ? undefined
    : await mirror?.({ first: around, files, dialect }, found)
  const real = run ? settled(read.models, run, new Set(files)) : { models: read.models, differences: [] }
  const ask = async (witness: Eye | undefined) => witness?.(tablesOf(real.models), found, history)
  const [replayed, seen] = [await ask(replay), await ask(eye)]
  const byHistory = diff(real.models, written, options)
  const by = ({ schema, dialect, ran }: Seen) => {
    const waiting = history.filter((file) => !hasRun(file, ran))
    const made = diff(real.models, replayMigrations(waiting, watched, { dialect, root: cwd }), options)
    return withPending(diff(real.models, schema, { ...options, dialect }), made, byHistory)
  }
  const judged = sideBySide([
    { source: written.source, judged: byHistory },
    ...(replayed ? [{ source: 'replay' as const, judged: by(replayed) }] : []),
    ...(seen ? [{ source: 'database' as const, judged: by(seen) }] : []),
  ])
  const models = chosen(judged, settings)
  return {
    project: { ...found, dialect: seen?.dialect ?? dialect },
    schema: seen?.schema ?? replayed?.schema ?? written,
    history,
    ran: (seen ?? replayed)?.ran,
    files: files.length,
    models,
    findings: [
      ...unreadable(files, problems, read),
      ...models.flatMap(({ finding }) => (finding && fails(finding, settings) ? [finding] : [])),
    ],
    notes: [...layout.notes, ...real.differences, ...unrun(run, cwd), ...(replayed?.notes ?? [])],
  }
}

const unrun = (run: Reflection | undefined, cwd: string): string[] =>
  (run?.faults ?? []).map(
    ({ file, says }) => `${path.relative(cwd, file)} could not be run, and was only read: ${says}`,
  )

type Seen = Awaited<ReturnType<Eye>>

/** The tables that matter for a verdict. */
const tablesOf = (models: Model[]): TableName[] =>
  models.flatMap(({ table, needsColumn }) => (needsColumn === false || 'kind' in table ? [] : [table]))

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const foldersOf = (files: string[]): string[] => [...new Set(files.map((file) => path.dirname(file)))]

const chosen = (models: Judged[], { only }: ScanSettings): Judged[] =>
  only.length
    ? models.filter(({ model }) => typeof model.name === 'string' && only.includes(model.name))
    : models

/** What could not be searched, read or parsed: the other files are handled all the same. */
function unreadable(files: string[], problems: Problem[], { faults }: ModelsRead): Finding[] {
  const start = (file: string): Origin => ({ file, line: 1, column: 1, span: [0, 0] })
  const notText = files.flatMap((file) => {
    const text = readText(file)
    return 'problem' in text
      ? [found(start(file), text.problem, 'Leave it out with --ignore, or mend it.')]
      : []
  })
  return [
    ...problems.map(({ file, what, todo }) => found(start(file), what, todo)),
    ...notText,
    ...faults.map(({ fault }) =>
      found(
        fault.at,
        `The file does not parse: ${fault.message}`,
        'Mend the file, or leave it out with --ignore.',
      ),
    ),
  ]
}

const found = (origin: Origin, message: string, hint: string): Finding => ({
  rule: 'unreadable',
  severity: 'error',
  model: null,
  message,
  hint,
  origin,
})

const associates = /\b(has(Many|One)|belongsTo(Many)?)\b/i

/** What the models of the whole project call each other, wherever that is said. */
export function associations(settings: ScanSettings, { sequelize, dialect }: Project): Association[] {
  const { cwd } = settings
  const reader = createReader(undefined, cwd)
  const version = settings.sequelizeVersion ?? sequelize ?? '6'
  const files = projectFiles(cwd, settings).filter((file) => associates.test(reader.read(file) ?? ''))
  return readAssociations({ root: cwd, files }, reader, {
    version,
    dialect,
    inflector: inflectorFor(version, cwd),
  })
}
