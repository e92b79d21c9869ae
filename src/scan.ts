/** The hallway: paths -> models + schema -> findings. */

import path from 'node:path'
import { type Gathered, gather } from './gather'
import { inflectorFor, projectDialect } from './io/project'
import { createReader, projectFiles, type Reader } from './io/reading'
import { diff, fails, hasRun, sideBySide, withPending } from './judging'
import { replayMigrations } from './migrations'
import { type ModelsRead, readAssociations, readModels, settled } from './models'
import type {
  Association,
  Eye,
  Judged,
  Model,
  Project,
  Reflection,
  Scan,
  ScanSettings,
  TableName,
  Witnesses,
} from './types'
import { faultsLeftUnread, unparsable, withoutText } from './unreadable'

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
  witnesses: Witnesses = {},
): Promise<Scan> {
  return scanned({
    settings,
    gathered: gather(settings, overlay, progress),
    overlay: overlay ?? new Map(),
    witnesses,
    slips: new Map(),
  })
}

/** What a scan read, for whoever goes on from it at once. */
export interface Reading {
  reader: Reader
  /** Every source file of the project but its tests. */
  files(): string[]
  /**
   * The same scan over other texts: they are read anew, with all that is said of them, while the texts of the other
   * files are those that the scan has read; what it left unread comes from the disk.
   * @param files model files, where not all are asked about
   */
  again(overlay: Map<string, string>, files?: string[]): Promise<Scan>
}

const readings = new WeakMap<Scan, Reading>()

/** undefined: nothing is known of how it came about. */
export const readingOf = (scan: Scan): Reading | undefined => readings.get(scan)

interface Asked {
  settings: ScanSettings
  gathered: Gathered
  overlay: Map<string, string>
  witnesses: Witnesses
  /** Of a file that is read for nothing else: whether it parses. */
  slips: Map<string, ModelsRead['faults']>
}

function readingFor({ gathered, settings, overlay, witnesses, slips }: Asked): Reading {
  return {
    reader: gathered.plain,
    files: gathered.project,
    again: (changed, files) =>
      scanned({
        settings,
        gathered: gathered.again(changed, files),
        overlay: new Map([...overlay, ...changed]),
        witnesses,
        slips: new Map([...slips].filter(([file]) => !changed.has(file))),
      }),
  }
}

async function scanned(all: Asked): Promise<Scan> {
  const { settings, gathered, overlay, witnesses } = all
  const { eye, replay, mirror } = witnesses
  const { cwd } = settings
  const { files, layout, history, reader, versions, version, concern } = gathered
  const unparsed = faultsLeftUnread(all)
  const notText = withoutText(gathered, overlay)
  // Many texts fill the memory; who goes on from here reads these again.
  if (settings.lean && concern) reader.forget(files.filter((file) => !concern.read.has(file)))
  const isIdle = settings.lean && concern !== undefined && !files.some((file) => concern.asked.has(file))
  const read: ModelsRead = isIdle
    ? { models: [], faults: [] }
    : readModels(asked(gathered, settings), unconcerned(reader, gathered, settings), {
        version,
        typescriptVersion: versions.typescript,
        dialect: projectDialect(cwd),
        inflector: inflectorFor(version, cwd),
        lean: settings.lean,
      })
  const dialect = read.dialect ?? projectDialect(cwd)
  const project: Project = {
    root: cwd,
    sequelize: versions.sequelize ?? settings.sequelizeVersion,
    dialect,
    migrations: layout.migrations,
  }
  // Texts that are not on the disk cannot be run.
  const run = files.some((file) => overlay.has(file))
    ? undefined
    : await mirror?.({ first: gathered.around(), files, dialect }, project)
  const real = run ? settled(read.models, run, new Set(files)) : { models: read.models, differences: [] }
  const tables = tablesOf(real.models, settings, reader)
  const columns = settings.lean ? columnsOf(real.models) : undefined
  const written = replayMigrations(history, reader, { dialect, root: cwd, asked: tables, columns })
  const ask = async (witness: Eye | undefined) => witness?.(tables, project, history)
  const [replayed, seen] = [await ask(replay), await ask(eye)]
  const options = { dialect, strict: settings.strict }
  const byHistory = diff(real.models, written, options)
  const by = ({ schema, dialect, ran }: Seen) => {
    const waiting = history.filter((file) => !hasRun(file, ran))
    const made = replayMigrations(waiting, reader, { dialect, root: cwd, asked: tables })
    return withPending(
      diff(real.models, schema, { ...options, dialect }),
      diff(real.models, made, options),
      byHistory,
    )
  }
  const judged = sideBySide([
    { source: written.source, judged: byHistory },
    ...(replayed ? [{ source: 'replay' as const, judged: by(replayed) }] : []),
    ...(seen ? [{ source: 'database' as const, judged: by(seen) }] : []),
  ])
  const models = chosen(judged, settings)
  const scan: Scan = {
    project: { ...project, dialect: seen?.dialect ?? dialect },
    schema: seen?.schema ?? replayed?.schema ?? written,
    history,
    ran: (seen ?? replayed)?.ran,
    files: files.length,
    ...(settings.lean && concern && { unread: files.filter((file) => !concern.asked.has(file)).length }),
    models,
    findings: [
      ...notText,
      ...unparsable(gathered, read, await unparsed),
      ...models.flatMap(({ finding }) => (finding && fails(finding, settings) ? [finding] : [])),
    ],
    notes: [...layout.notes, ...real.differences, ...unrun(run, cwd), ...(replayed?.notes ?? [])],
  }
  readings.set(scan, readingFor(all))
  return scan
}

/** A lean scan reads only what can have a say in whether a model is paranoid. */
const asked = ({ files, around, callersOf, layout, concern }: Gathered, { cwd, lean }: ScanSettings) => ({
  root: cwd,
  files: lean && concern ? files.filter((file) => concern.asked.has(file)) : files,
  around: around(),
  callersOf,
  ...layout,
})

/** What is left unread is to the others as a package that brings nothing. */
function unconcerned(reader: Reader, { files, concern }: Gathered, { lean }: ScanSettings): Reader {
  if (!lean || !concern) return reader
  const left = new Set(files.filter((file) => !concern.read.has(file)))
  return {
    ...reader,
    resolve(specifier, from) {
      const found = reader.resolve(specifier, from)
      return typeof found === 'string' && left.has(found) ? { package: '(left unread)' } : found
    },
  }
}

const unrun = (run: Reflection | undefined, cwd: string): string[] =>
  (run?.faults ?? []).map(
    ({ file, says }) => `${path.relative(cwd, file)} could not be run, and was only read: ${says}`,
  )

type Seen = Awaited<ReturnType<Eye>>

/** The tables that matter for a verdict. */
const tablesOf = (models: Model[], { isDoubted }: ScanSettings, { read }: Reader): TableName[] =>
  models.flatMap((model) => {
    const { table, needsColumn } = model
    return needsColumn === false || 'kind' in table || isDoubted?.(model, read) === false ? [] : [table]
  })

/** And their columns, and attributes that may be columns by mistake. */
const columnsOf = (models: Model[]): string[] =>
  models.flatMap(({ column, attribute }) => [column, attribute].filter((one) => typeof one === 'string'))

const chosen = (models: Judged[], { only }: ScanSettings): Judged[] =>
  only.length
    ? models.filter(({ model }) => typeof model.name === 'string' && only.includes(model.name))
    : models

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
