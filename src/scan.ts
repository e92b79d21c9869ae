/** Scans a project: for each database, it compares the models with the schema and returns findings. */

import path from 'node:path'
import { acceptByBaseline, acceptByComments } from './accepting'
import { namesOf } from './databases'
import { UserError } from './errors'
import { diff, fails, hasRun, ofSeveral, sideBySide, withHistory, withPending, withSeverity } from './judging'
import { leadsToModels, settled } from './models'
import { type Progress, type Reading, read } from './reading'
import type {
  EvidenceSources,
  Finding,
  Judged,
  Model,
  ModelDatabase,
  ReadTables,
  Reflection,
  Scan,
  ScanSettings,
  TableName,
} from './types'

export type { Reading } from './reading'

/** A scan of one database, and its reading. */
export interface Part extends Scan {
  reading: Reading
}

/** The result of a scan, with what was read for it, so that callers can reuse it. */
export interface Scanned extends Scan {
  /** One part for each database of the tree. */
  parts: Part[]
  reader: Reading['reader']
  /** Returns every source file of the project except tests. */
  sources: Reading['sources']
  associations: Reading['associations']
}

/**
 * Reads models and migrations and compares them. Without `evidenceSources`, it runs none of the project's code.
 * @param overlay absolute file -> text that replaces the file on disk; the file need not exist
 * @param progress receives how many files were read, and the least number to be read
 * @param evidenceSources further evidence: a database, a replay of the migrations, a run of the models
 */
export const scan = (
  settings: ScanSettings,
  overlay?: Map<string, string>,
  progress?: Progress,
  evidenceSources: EvidenceSources = {},
): Promise<Scanned> => judgeAll(read(settings, overlay, progress), settings, evidenceSources, overlay)

/** Finds the databases of the tree by their folders, without reading the models. */
export const databasesOf = (settings: ScanSettings): ModelDatabase[] =>
  read(settings).map(({ database }) => database)

/** Repeats a scan with other texts (absolute file -> text), limited to `files` if they are given. */
export const scanAgain = (
  { parts }: Scanned,
  overlay: Map<string, string>,
  settings: ScanSettings,
  { files, ...evidenceSources }: EvidenceSources & { files?: string[] } = {},
): Promise<Scanned> =>
  judgeAll(
    parts.map(({ reading }) => reading.again(overlay, files)),
    settings,
    evidenceSources,
    overlay,
  )

/**
 * The same without any evidence but the files, and at once: nothing is waited for. For callers that cannot wait, as a rule
 * of ESLint.
 */
export const scanFiles = (settings: ScanSettings, overlay?: Map<string, string>): Scanned =>
  judgeFiles(read(settings, overlay), settings)

/** Repeats a scan of files with other texts, limited to `files` if they are given. */
export const scanFilesAgain = (
  { parts }: Scanned,
  overlay: Map<string, string>,
  settings: ScanSettings,
  files?: string[],
): Scanned =>
  judgeFiles(
    parts.map(({ reading }) => reading.again(overlay, files)),
    settings,
  )

const judgeFiles = (readings: Reading[], settings: ScanSettings): Scanned =>
  accepted(
    readings.map((reading) => partOf(judge(reading, settings, { real: asRead(reading) }), reading, readings)),
    settings,
  )

async function judgeAll(
  readings: Reading[],
  settings: ScanSettings,
  evidenceSources: EvidenceSources,
  overlay?: Map<string, string>,
): Promise<Scanned> {
  if (evidenceSources.readTables || evidenceSources.replay)
    checkOne(
      readings.map(({ database }) => database),
      settings.cwd,
    )
  const parts: Part[] = []
  for (const reading of readings) {
    const evidence = await gather(reading, settings, evidenceSources, overlay)
    parts.push(partOf(judge(reading, settings, evidence), reading, readings))
  }
  return accepted(parts, settings)
}

const partOf = (found: Scan, reading: Reading, all: Reading[]): Part => ({
  ...(all.length > 1 ? ofDatabase(found, reading) : found),
  reading,
})

const accepted = (parts: Part[], settings: ScanSettings): Scanned =>
  withBaseline(withComments(joined(parts)), settings)

/** Marks the findings that comments accept. */
function withComments(found: Scanned): Scanned {
  const files = new Set(found.parts.flatMap(({ reading }) => reading.files))
  const unused = acceptByComments(found.models, {
    files: [...files],
    read: found.reader.read,
    isWhole: found.parts.every(isWhole),
  })
  return { ...found, unused }
}

/** Marks the findings that the baseline accepts too, and takes out of the findings what is accepted. */
export function withBaseline(found: Scanned, { cwd, paths, baseline: entries }: ScanSettings): Scanned {
  const isComplete =
    paths.some((one) => path.resolve(cwd, one) === cwd) &&
    found.parts.every(isWhole) &&
    !found.findings.some(isOfFile)
  const baseline = entries && acceptByBaseline(found.models, entries, isComplete)
  const isLeft = (finding: Finding): boolean => !finding.accepted
  return {
    ...found,
    parts: found.parts.map((part) => ({ ...part, findings: part.findings.filter(isLeft) })),
    findings: found.findings.filter(isLeft),
    accepted: found.models.flatMap(({ finding }) => (finding?.accepted ? [finding] : [])),
    ...(baseline && { baseline }),
  }
}

/** Whether all models of the given paths were judged, not only those that some files can have touched. */
const isWhole = ({ reading }: Part): boolean => reading.isWhole

/** A file that cannot be read may hold any model. */
const isOfFile = ({ model }: Finding): boolean => model === null

/** @throws UserError if the tree holds several databases, because a connection reaches only one */
export function checkOne(databases: ModelDatabase[], cwd: string): void {
  const all = databases.filter(({ isRest }) => !isRest)
  const one = all.find(({ name }) => name !== '.')
  if (all.length < 2 || !one) return
  const { paths, migrations } = one.history ? namesOf(one.history, cwd) : { paths: [], migrations: [] }
  const words = migrations.length ? [...paths, '--migrations', ...migrations] : ['--workspace', one.name]
  throw new UserError(
    `This tree holds ${all.length} databases, and a connection is to one: ${all.map(({ name }) => name).join(', ')}.`,
    `Name one: ${words.join(' ')}.`,
  )
}

/** Adds the name of the database to each model and finding. */
function ofDatabase(found: Scan, { database: { name } }: Reading): Scan {
  const models = found.models.map((one) => ({
    ...one,
    database: name,
    ...(one.finding && { finding: Object.assign(one.finding, { database: name }) }),
  }))
  return { ...found, models }
}

/** Joins the scans of all databases. A model that one database loads is removed from the rest. */
function joined(all: Part[]): Scanned {
  const [first] = all as [Part]
  const loaded = new Set(
    all.filter(({ reading }) => !reading.database.isRest).flatMap(({ models }) => models.map(placeOf)),
  )
  const parts = withoutRepeats(
    all.map((part) =>
      part.reading.database.isRest ? withoutModels(part, (one) => loaded.has(placeOf(one))) : part,
    ),
  )
  const each = <T>(of: (part: Part) => T[] | undefined): T[] => parts.flatMap((part) => of(part) ?? [])
  const { reading, ...own } = first
  return {
    ...own,
    parts,
    reader: reading.reader,
    sources: reading.sources,
    associations: () => each((part) => part.reading.associations()),
    ...(parts.length > 1 && {
      databases: parts.map(({ reading: { database }, project }) => ({ ...database, project })),
    }),
    history: each(({ history }) => history),
    files: parts.reduce((sum, { files }) => sum + files, 0),
    models: each(({ models }) => models),
    findings: each(({ findings }) => findings),
    unheard: each(({ unheard }) => unheard),
    notes: [...new Set(each(({ notes }) => notes))],
  }
}

const placeOf = ({ model: { origin } }: Pick<Judged, 'model'>): string => `${origin.file}:${origin.span[0]}`

function withoutModels(part: Part, isGone: (judged: Judged) => boolean): Part {
  const gone = new Set(part.models.filter(isGone).map(({ finding }) => finding))
  return {
    ...part,
    models: part.models.filter((one) => !isGone(one)),
    findings: part.findings.filter((one) => !gone.has(one)),
  }
}

/** Keeps one verdict for a model that may belong to any of several databases: each of them judged it. */
function withoutRepeats(parts: Part[]): Part[] {
  const perhaps = new Set(parts.flatMap(({ reading: { database } }) => database.history?.perhaps ?? []))
  if (!perhaps.size) return parts
  const all = parts.flatMap((part) =>
    part.models
      .filter(({ model }) => perhaps.has(model.origin.file))
      .map((judged) => ({ judged, schema: part.schema, database: part.reading.database.name })),
  )
  const byPlace = new Map<string, typeof all>()
  for (const one of all) byPlace.set(placeOf(one.judged), [...(byPlace.get(placeOf(one.judged)) ?? []), one])
  const kept = new Set([...byPlace.values()].flatMap(ofSeveral))
  return parts.map((part) =>
    withoutModels(part, (one) => perhaps.has(one.model.origin.file) && !kept.has(one)),
  )
}

/** What is known of one database besides its files. */
interface Evidence {
  real: ReturnType<typeof settled>
  run?: Reflection
  replayed?: LiveTables
  seen?: LiveTables
}

const asRead = (reading: Reading): Evidence['real'] => ({ models: reading.models(), differences: [] })

async function gather(
  reading: Reading,
  settings: ScanSettings,
  { readTables, replay, reflect }: EvidenceSources,
  overlay: Map<string, string> = new Map(),
): Promise<Evidence> {
  const { files, history, project } = reading
  // Texts of the overlay are not on disk, so they cannot be run.
  const run = files.some((file) => overlay.has(file))
    ? undefined
    : await reflect?.(
        { first: reading.around(), files: runnable(reading), dialect: project.dialect },
        project,
      )
  const real = run ? settled(reading.models(), run, new Set(files)) : asRead(reading)
  const ask = async (source: ReadTables | undefined) =>
    source?.(tablesOf(real.models, settings, reading), project, history)
  const [replayed, seen] = [await ask(replay), await ask(readTables)]
  return { real, ...(run && { run }), ...(replayed && { replayed }), ...(seen && { seen }) }
}

function judge(reading: Reading, settings: ScanSettings, { real, run, replayed, seen }: Evidence): Scan {
  const { history, project } = reading
  const tables = tablesOf(real.models, settings, reading)
  const written = reading.schema(tables)
  const options = { dialect: project.dialect, sequelize: project.sequelize, strict: settings.strict }
  const byHistory = diff(real.models, written, options)
  const by = ({ schema, dialect, ran }: LiveTables) =>
    withPending(
      diff(real.models, schema, { ...options, dialect }),
      diff(
        real.models,
        reading.schema(
          tables,
          history.filter((file) => !hasRun(file, ran)),
        ),
        options,
      ),
      byHistory,
    )
  const judged = sideBySide([
    { source: written.source, judged: byHistory },
    ...(replayed ? [{ source: 'replay' as const, judged: by(replayed) }] : []),
    ...(seen ? [{ source: 'database' as const, judged: by(seen) }] : []),
  ])
  const models = withSeverity(chosen(withHistory(judged, written, options), settings), settings.severity)
  return {
    project: { ...project, dialect: seen?.dialect ?? project.dialect },
    schema: seen?.schema ?? replayed?.schema ?? written,
    history,
    ran: (seen ?? replayed)?.ran,
    files: reading.count(),
    models,
    findings: [
      ...reading.faults(),
      ...models.flatMap(({ finding }) => (finding && fails(finding, settings) ? [finding] : [])),
    ],
    accepted: [],
    unused: [],
    unheard: [...reading.unheard(), ...(written.unheard ?? [])],
    notes: [...reading.notes(), ...real.differences, ...unrun(run, settings.cwd), ...(replayed?.notes ?? [])],
  }
}

/** Makes one note of a fault that many files share. */
function unrun(run: Reflection | undefined, cwd: string): string[] {
  const files = new Map<string, string[]>()
  for (const { file, says } of run?.faults ?? [])
    files.set(says, [...(files.get(says) ?? []), path.relative(cwd, file)])
  const faults = [...files].map(([says, [first, ...others]]) =>
    others.length
      ? `${others.length + 1} files could not be run, and were only read, first ${first}: ${says}`
      : `${first} could not be run, and was only read: ${says}`,
  )
  const names = run?.unset ?? []
  const are = names.length === 1 ? 'is' : 'are'
  return names.length
    ? [
        `${names.join(', ')} ${are} asked for as the files are run, and not set: set it, or pass --env-file.`,
        ...faults,
      ]
    : faults
}

/** Returns files that may define models. Servers, scripts and pages beside them are not run. */
function runnable({ files, reader, models }: Reading): string[] {
  const folders = new Set(models().map(({ origin }) => path.dirname(origin.file)))
  return files.filter((file) => folders.has(path.dirname(file)) || leadsToModels(reader.read(file) ?? ''))
}

type LiveTables = Awaited<ReturnType<ReadTables>>

/** Returns the tables that a verdict depends on. */
const tablesOf = (models: Model[], { isDoubted }: ScanSettings, { reader }: Reading): TableName[] =>
  models.flatMap((model) => {
    const { table, needsColumn } = model
    return needsColumn === false || 'kind' in table || isDoubted?.(model, reader.read) === false
      ? []
      : [table]
  })

const chosen = (models: Judged[], { only }: ScanSettings): Judged[] =>
  only.length
    ? models.filter(({ model }) => typeof model.name === 'string' && only.includes(model.name))
    : models
