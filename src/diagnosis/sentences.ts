/** Whether a line says that something is not there, and what. */

import { dialects } from '../dialects'
import type { Said, Wording } from '../types'

/** Version 7 words it one way, those before it another. */
const NO_ATTRIBUTE =
  /Cannot convert undefined or null to object|Cannot read propert(?:y 'defaultValue' of undefined|ies of undefined \(reading 'defaultValue'\))/

/** What Sequelize itself throws before it asks the database. */
const sequelize: Wording[] = [
  { pattern: NO_ATTRIBUTE, read: () => ({ fault: 'no-attribute' }) },
  { pattern: /Model is not paranoid/, read: () => ({ fault: 'not-paranoid' }) },
]

export interface Sentence extends Said {
  dialect?: string
  /** The words themselves. */
  says: string
  /** What stands before them in the line. */
  before: string
}

export function sentenceIn(line: string): Sentence | undefined {
  for (const { name, wordings } of dialects) {
    const sentence = worded(line, wordings)
    if (sentence) return { ...sentence, dialect: name }
  }
  return worded(line, sequelize)
}

function worded(line: string, wordings: Wording[]): Sentence | undefined {
  for (const { pattern, read } of wordings) {
    const match = pattern.exec(line)
    if (!match) continue
    const [says, ...groups] = match
    return { ...read(...groups), says, before: line.slice(0, match.index) }
  }
  return undefined
}
