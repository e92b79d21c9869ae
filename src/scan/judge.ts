/** Judges the models of one database by all evidence that was gathered. */

import path from 'node:path'
import { diff, fails, hasRun, sideBySide, withHistory, withPending, withSeverity } from '../judging'
import type { Reading } from '../reading'
import type { Judged, Reflection, Scan, ScanSettings } from '../types'
import { type Evidence, type LiveTables, tablesOf } from './evidence'

export function judge(
  reading: Reading,
  settings: ScanSettings,
  { real, run, replayed, seen }: Evidence,
): Scan {
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

const chosen = (models: Judged[], { only }: ScanSettings): Judged[] =>
  only.length
    ? models.filter(({ model }) => typeof model.name === 'string' && only.includes(model.name))
    : models
