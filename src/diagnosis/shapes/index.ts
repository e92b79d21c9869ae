/** DOOR of the shapes: whether a line says that something is not there, and what. */

import { mssql } from './mssql'
import { mysql } from './mysql'
import { postgres } from './postgres'
import { sequelize } from './sequelize'
import type { Said, Shape } from './shape'
import { sqlite } from './sqlite'

export type { Said } from './shape'

/** The list of shapes, by who words it so; of one list the first that fits holds. */
const shapes: { dialect?: string; shapes: Shape[] }[] = [
  { dialect: 'postgres', shapes: postgres },
  { dialect: 'mysql', shapes: mysql },
  { dialect: 'sqlite', shapes: sqlite },
  { dialect: 'mssql', shapes: mssql },
  { shapes: sequelize },
]

export interface Sentence extends Said {
  dialect?: string
  /** The words themselves. */
  says: string
  /** What stands before them in the line. */
  before: string
}

export function sentenceIn(line: string): Sentence | undefined {
  for (const { dialect, shapes: own } of shapes) {
    for (const { pattern, read } of own) {
      const match = pattern.exec(line)
      if (!match) continue
      const [says, ...groups] = match
      return { ...read(groups), says, before: line.slice(0, match.index), ...(dialect && { dialect }) }
    }
  }
  return undefined
}
