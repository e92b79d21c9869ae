/** The hallway: paths -> models + schema -> findings. */

import path from 'node:path'
import { diff, fails, hasRun, sideBySide, withPending } from './judging'
import { settled } from './models'
import { type Progress, type Reading, read } from './reading'
import type { Eye, Judged, Model, Reflection, Scan, ScanSettings, TableName, Witnesses } from './types'

export type { Reading } from './reading'

/** What a scan found, and the reading that whoever goes on from it may ask. */
export interface Scanned extends Scan {
  reading: Reading
}

/**
 * Reads models and migrations and compares them. Runs none of the project's code.
 * @param overlay absolute file -> text that is read instead of the disk, also for files that do not exist yet
 * @param progress told how many files were read, and of how many at least
 * @param witnesses what else is asked: a database instead of the migrations, a run of the models
 */
export const scan = (
  settings: ScanSettings,
  overlay?: Map<string, string>,
  progress?: Progress,
  witnesses: Witnesses = {},
): Promise<Scanned> => judge(read(settings, overlay, progress), settings, witnesses, overlay)

/** The same over other texts of a reading: absolute file -> text. */
export const scanAgain = (
  { reading }: Scanned,
  overlay: Map<string, string>,
  settings: ScanSettings,
  { files, ...witnesses }: Witnesses & { files?: string[] } = {},
): Promise<Scanned> => judge(reading.again(overlay, files), settings, witnesses, overlay)

async function judge(
  reading: Reading,
  settings: ScanSettings,
  { eye, replay, mirror }: Witnesses,
  overlay: Map<string, string> = new Map(),
): Promise<Scanned> {
  const { files, history, project } = reading
  // Texts that are not on the disk cannot be run.
  const run = files.some((file) => overlay.has(file))
    ? undefined
    : await mirror?.({ first: reading.around(), files, dialect: project.dialect }, project)
  const real = run
    ? settled(reading.models(), run, new Set(files))
    : { models: reading.models(), differences: [] }
  const tables = tablesOf(real.models, settings, reading)
  const written = reading.schema(tables)
  const ask = async (witness: Eye | undefined) => witness?.(tables, project, history)
  const [replayed, seen] = [await ask(replay), await ask(eye)]
  const options = { dialect: project.dialect, strict: settings.strict }
  const byHistory = diff(real.models, written, options)
  const by = ({ schema, dialect, ran }: Seen) =>
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
  const models = chosen(
    sideBySide([
      { source: written.source, judged: byHistory },
      ...(replayed ? [{ source: 'replay' as const, judged: by(replayed) }] : []),
      ...(seen ? [{ source: 'database' as const, judged: by(seen) }] : []),
    ]),
    settings,
  )
  return {
    reading,
    project: { ...project, dialect: seen?.dialect ?? project.dialect },
    schema: seen?.schema ?? replayed?.schema ?? written,
    history,
    ran: (seen ?? replayed)?.ran,
    files: files.length,
    models,
    findings: [
      ...reading.faults(),
      ...models.flatMap(({ finding }) => (finding && fails(finding, settings) ? [finding] : [])),
    ],
    unheard: [...reading.unheard(), ...(written.unheard ?? [])],
    notes: [...reading.notes(), ...real.differences, ...unrun(run, settings.cwd), ...(replayed?.notes ?? [])],
  }
}

/** The same fault of many files is one note. */
function unrun(run: Reflection | undefined, cwd: string): string[] {
  const files = new Map<string, string[]>()
  for (const { file, says } of run?.faults ?? [])
    files.set(says, [...(files.get(says) ?? []), path.relative(cwd, file)])
  return [...files].map(([says, [first, ...others]]) =>
    others.length
      ? `${others.length + 1} files could not be run, and were only read, first ${first}: ${says}`
      : `${first} could not be run, and was only read: ${says}`,
  )
}

type Seen = Awaited<ReturnType<Eye>>

/** The tables that matter for a verdict. */
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
