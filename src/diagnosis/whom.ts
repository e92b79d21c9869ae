/** Finds the model that an error is about, by the names in its text and never by a guess. */

import { sameTable } from '../judging'
import type { Judged, Origin, Report } from '../types'
import { byAlias } from './aliases'
import { methodInFrames, ownFrames } from './frames'
import { asksFor, judgedText, type Project } from './project'

export interface QueriedModels {
  models: Judged[]
  /** One sentence that says how they were found. */
  because: string
  /** The line of the user's code that ran the query. */
  at?: Origin
}

export function whoIsMeant(report: Report, project: Project): QueriedModels {
  const asking = askingModels(report, project)
  const at = asking.at && { at: asking.at }
  const found =
    report.fault === 'table' || report.fault === 'column' ? inQuery(report, asking, project) : undefined
  if (found) return { ...found, ...at }
  const models = bare(report, project)
  const named = asking.models.filter((one) => models.includes(one))
  const chosen = named.length ? named : asking.bySequelize ? asking.models : []
  if (chosen.length) return { models: chosen, because: asking.because, ...at }
  return { models, because: open(report, models), ...at }
}

/** Tables decide first; if the text has no SQL, the associations in the code resolve the alias. */
function inQuery(report: Report, asking: Asking, project: Project): Omit<QueriedModels, 'at'> | undefined {
  const { tables, path } = report
  if (tables.length) return { models: atTables(report, asking, project), because: tableSentence(report) }
  if (!path.length) return undefined
  const models = narrowed(byAlias(report, asking.models, project), report, project)
  return { models, because: aliasSentence(path.join('->'), models, project) }
}

function aliasSentence(alias: string, models: Judged[], project: Project): string {
  const [only] = models
  if (!only) return nobody(alias, project)
  if (models.every((one) => judgedText(one) === alias)) return `"${alias}" is the name of the model.`
  const called = `"${alias}" is what queries call ${namesOf(models)}.`
  return models.length > 1 ? `${called} The SQL, or a stack trace, would tell which is meant.` : called
}

function nobody(alias: string, { associations, typed }: Project): string {
  const reason = `Nothing among the models read is called "${alias}": no model, no table, no association`
  const [unread] = associations().filter((one) => one.alias === undefined)
  if (!unread) return `${reason}.`
  return `${reason}; but the alias at ${typed.shown(unread.at.file)}:${unread.at.line} cannot be read.`
}

function atTables(report: Report, asking: Asking, project: Project): Judged[] {
  const models = project.models.filter(
    ({ model: { table } }) => 'name' in table && report.tables.some((one) => sameTable(one, table)),
  )
  const fitting = narrowed(models, report, project)
  const named = fitting.filter((one) => asking.models.includes(one))
  return report.path.length === 0 && named.length ? named : fitting
}

/** Keeps the models that ask for the column; if none does, keeps all. */
function narrowed(models: Judged[], { column }: Report, { dialect }: Project): Judged[] {
  const asking = column === undefined ? [] : models.filter((one) => asksFor(one, column, dialect))
  return asking.length ? asking : models
}

function tableSentence({ tables }: Report): string {
  const names = tables.map(({ schema, name }) => `"${schema ? `${schema}.` : ''}${name}"`)
  return names.length === 1
    ? `The text names the table ${names[0]}.`
    : `The text names the tables ${names.join(', ')}, and does not tell which of them lacks it.`
}

/** All models that the message alone may be about. */
function bare({ fault, column }: Report, { models, dialect }: Project): Judged[] {
  if (fault === 'no-attribute') return models.filter(({ status }) => status === 'broken-paranoid')
  if (fault === 'not-paranoid')
    return models.filter(({ model }) => model.needsColumn !== true && model.paranoid !== true)
  return models.filter((one) => asksFor(one, column ?? '', dialect))
}

function open({ fault, column }: Report, models: Judged[]): string {
  const what = column === undefined ? 'may be meant' : `asks for a column "${column}"`
  const [only] = models
  if (!only) return `No model that was read ${what}.`
  if (models.length === 1) return `Of the models that were read only ${judgedText(only)} ${what}.`
  const more = fault === 'column' ? 'The SQL, or a stack trace with lines of your own,' : 'A stack trace'
  return `The text does not tell which of ${models.length} models is meant: ${namesOf(models)}. ${more} would tell.`
}

const SHOWN = 10

function namesOf(models: Judged[]): string {
  const names = models.slice(0, SHOWN).map(judgedText)
  return models.length > SHOWN ? `${names.join(', ')} and ${models.length - SHOWN} more` : names.join(', ')
}

interface Asking {
  models: Judged[]
  because: string
  at?: Origin
  /** Whether Sequelize's own frame names the model: then it is this model, even if others ask for the column. */
  bySequelize: boolean
}

/** The models whose method was called, according to the stack trace. */
function askingModels({ frames }: Report, project: Project): Asking {
  const own = callIn(frames, project)
  const name = methodInFrames(frames)
  const models = project.models.filter(({ model }) => name !== undefined && model.name === name)
  const at = own && { at: own.at }
  if (models.length) return { models, because: `The stack trace names ${name}.`, bySequelize: true, ...at }
  return {
    models: own?.models ?? [],
    because: own?.models.length ? `The stack trace leads to a line that calls ${namesOf(own.models)}.` : '',
    bySequelize: false,
    ...at,
  }
}

/** The project line that called Sequelize, and the models on which it calls a method; the error may be about others. */
function callIn(frames: Report['frames'], project: Project) {
  for (const frame of ownFrames(frames)) {
    const line = project.lineAt(frame)
    if (line)
      return { at: line.at, models: project.models.filter((one) => calls(line.text, judgedText(one))) }
  }
  return undefined
}

/** `Session.findAll(`, `models.Session.unscoped(`, and compiled code: `Session_1.default.findAll(`. */
const calls = (line: string, name: string): boolean =>
  /^[\w$]+$/.test(name) &&
  new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?:_\\d+)?(?:\\.default)?\\.\\w+\\s*\\(`).test(line)
