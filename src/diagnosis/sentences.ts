/** Tells whether a line says that something is missing, and what. */

import { dialects } from '../dialects'
import type { ErrorContent, Wording } from '../types'

/** The wording of version 7 and that of earlier versions. */
const NO_ATTRIBUTE =
  /Cannot convert undefined or null to object|Cannot read propert(?:y 'defaultValue' of undefined|ies of undefined \(reading 'defaultValue'\))/

/** Errors that Sequelize throws before it queries the database. */
const sequelize: Wording[] = [
  { pattern: NO_ATTRIBUTE, read: () => ({ fault: 'no-attribute' }) },
  { pattern: /Model is not paranoid/, read: () => ({ fault: 'not-paranoid' }) },
]

export interface Sentence extends ErrorContent {
  dialect?: string
  /** The message itself. */
  says: string
  /** The text before the message in the line. */
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
