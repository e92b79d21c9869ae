/** What is known of the project when somebody asks who is meant. */

import { foldsCase } from '../judging'
import type { Association, Frame, Judged, ModelRef, Origin, Schema } from '../types'

export interface Project {
  models: Judged[]
  schema: Schema
  dialect?: string
  associations(): Association[]
  /** The line of the project that a frame means. */
  lineAt(frame: Frame): { at: Origin; text: string } | undefined
  /** The text of a file; undefined where it cannot be read. */
  read(file: string): string | undefined
  typed: Typed
}

/** What commands are put together from. */
export interface Typed {
  /** The paths that the user gave; none: the working directory. */
  paths: string[]
  shown(file: string): string
  /** How this tool is typed. */
  tool: string
  /** The file of a transform of this tool. */
  transform(name: string): string
  /** What runs one migration. */
  migrate(file: string): string[]
  /** What tells whether it has run. */
  status(file: string): string[]
}

export const nameOf = ({ model: { name } }: Judged): string => (typeof name === 'string' ? name : name.text)

/** The models at an end of an association. */
export const modelsAt = ({ models }: Project, { name, origin }: ModelRef): Judged[] => {
  const there = origin && models.filter(({ model }) => isPlace(model.origin, origin))
  return there?.length ? there : models.filter(({ model }) => model.name === name)
}

const isPlace = (one: Origin, other: Origin): boolean =>
  one.file === other.file && one.span[0] === other.span[0]

/** Whether Sequelize would ask for this column of its own accord; what is not known counts as perhaps. */
export function asksFor({ model }: Judged, column: string, dialect: string | undefined): boolean {
  if (model.needsColumn === false) return false
  if (typeof model.column !== 'string') return true
  return sameColumn(model.column, column, dialect) || isUnquoted(model.column, column)
}

/** PostgreSQL makes small letters of a name that is written without quotes. */
export const isUnquoted = (wanted: string, asked: string): boolean =>
  wanted !== asked && wanted.toLowerCase() === asked

export const sameColumn = (one: string, other: string, dialect: string | undefined): boolean =>
  one === other || (foldsCase(dialect) && one.toLowerCase() === other.toLowerCase())
