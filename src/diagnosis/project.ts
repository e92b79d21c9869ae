/** The facts about the project that a diagnosis needs. */

import { foldsCase } from '../judging'
import type { Association, Frame, Judged, ModelRef, Origin, Schema } from '../types'

export interface Project {
  models: Judged[]
  schema: Schema
  dialect?: string
  associations(): Association[]
  /** The project line of a stack frame. */
  lineAt(frame: Frame): { at: Origin; text: string } | undefined
  /** The text of a file; undefined if it cannot be read. */
  read(file: string): string | undefined
  typed: Typed
}

/** The parts from which commands are built. */
export interface Typed {
  /** The paths that the user gave; empty means the working directory. */
  paths: string[]
  shown(file: string): string
  /** How the user runs this tool. */
  tool: string
  /** The file of a transform of this tool. */
  transform(name: string): string
  /** The commands that run one migration. */
  migrate(file: string): string[]
  /** The commands that show whether it has run. */
  status(file: string): string[]
}

export const judgedText = ({ model: { name } }: Judged): string =>
  typeof name === 'string' ? name : name.text

/** The models at one end of an association. */
export const modelsAt = ({ models }: Project, { name, origin }: ModelRef): Judged[] => {
  const there = origin && models.filter(({ model }) => isPlace(model.origin, origin))
  return there?.length ? there : models.filter(({ model }) => model.name === name)
}

const isPlace = (one: Origin, other: Origin): boolean =>
  one.file === other.file && one.span[0] === other.span[0]

/** Whether Sequelize itself would ask for this column; an unknown column counts as yes. */
export function asksFor({ model }: Judged, column: string, dialect: string | undefined): boolean {
  if (model.needsColumn === false) return false
  if (typeof model.column !== 'string') return true
  return sameColumn(model.column, column, dialect) || isUnquoted(model.column, column)
}

/** PostgreSQL folds an unquoted name to lower case. */
export const isUnquoted = (wanted: string, requested: string): boolean =>
  wanted !== requested && wanted.toLowerCase() === requested

const sameColumn = (one: string, other: string, dialect: string | undefined): boolean =>
  one === other || (foldsCase(dialect) && one.toLowerCase() === other.toLowerCase())
