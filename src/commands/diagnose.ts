/** `diagnose [text]` finds the cause of an error and its repair. It runs no project code and asks no database. */

import path from 'node:path'
import {
  diagnose as diagnoseAll,
  isAboutDeletion,
  isOfRunning,
  type Project,
  reportsIn,
  unknownDialect,
} from '../diagnosis'
import { toolFile } from '../io/project'
import { createReader, frameLine } from '../io/reading'
import { commandsOf } from '../project-runner'
import type { Scanned } from '../scan'
import type { DiagnoseOutcome, Diagnosis, Report, Settings } from '../types'
import { checkNames, type Handed, isNamed, looked, scanAll } from './outcome'

export async function diagnose(text: string, settings: Settings, handed: Handed): Promise<DiagnoseOutcome> {
  const found = await scanAll(settings, handed)
  checkNames(settings.only, found.models)
  const project = projectOf(found, settings)
  const reports = reportsIn(text)
  const all = diagnoseAll(reports, project)
  const diagnoses = all.filter((one) => isAboutDeletion(one, project))
  const report = looked(found, settings)
  const models = [...new Set(diagnoses.flatMap(({ suspects }) => suspects.map(({ judged }) => judged)))]
  const isLeftOut = !reports.length && unknownDialect(text) !== undefined
  const unreadable = report.findings.filter(({ rule }) => rule === 'unreadable')
  return {
    command: 'diagnose',
    ...report,
    models,
    findings: [...unreadable, ...models.flatMap(({ finding }) => finding ?? [])],
    diagnoses,
    notes: [...report.notes, ...others(all, diagnoses), ...nothing(text, reports, doctorOf(project))],
    exitCode: diagnoses.length ? 1 : isLeftOut || unreadable.length ? 2 : 0,
  }
}

const doctorOf = ({ typed }: Project): string => [`${typed.tool} doctor`, ...typed.paths].join(' ')

function projectOf(found: Scanned, settings: Settings): Project {
  const { cwd, paths } = settings
  const reader = createReader(undefined, cwd)
  const typed = commandsOf(settings, found.project, { reader })
  return {
    models: found.models.filter((judged) => isNamed(judged, settings.only)),
    schema: found.schema,
    dialect: found.project.dialect,
    associations: found.associations,
    lineAt: (frame) => frameLine(frame, cwd, reader),
    read: reader.read,
    typed: {
      paths: paths.filter((one) => one !== '.').map((one) => one.split(path.sep).join('/')),
      shown: (file) => path.relative(cwd, file).split(path.sep).join('/'),
      tool: typed.tool,
      transform: (name) => toolFile(cwd, `dist/transforms/${name}.js`),
      migrate: (file) => typed.next([file])?.split('\n') ?? [],
      status: (file) => [typed.status(file)].filter((one) => one !== undefined),
    },
  }
}

/** Notes the missing columns that soft delete does not use. */
function others(all: Diagnosis[], shown: Diagnosis[]): string[] {
  const columns = all.flatMap(({ report }) => report.column ?? [])
  const about = shown.flatMap(({ report }) => report.column ?? [])
  const left = [...new Set(columns)].filter((column) => !about.includes(column))
  if (!left.length) return []
  return [
    `Not about soft delete, and not looked into: the missing ${left.map((name) => `"${name}"`).join(', ')}.`,
  ]
}

/** Matches a stack of Sequelize 6, which has no message. */
const FRAMES_ALONE = /^Error:?[ \t]*\r?\n\s+at .{0,200}\bQuery\.run\b/m

function nothing(text: string, reports: Report[], doctor: string): string[] {
  if (reports.length) return []
  const dialect = unknownDialect(text)
  if (dialect)
    return [
      `This is an error of ${dialect}, and this dialect is not known: whether a column is missing was not looked into.`,
    ]
  const nothingFound = 'The text holds no error of a missing column or table that this tool knows.'
  if (FRAMES_ALONE.test(text))
    return [
      `${nothingFound} Sequelize 6 leaves the message out of error.stack: hand over error.message too, or the whole error.`,
    ]
  if (isOfRunning(text))
    return [
      `${nothingFound} It is one of reaching the database or of running a migration: ${doctor} looks for what causes those.`,
    ]
  return [nothingFound]
}
