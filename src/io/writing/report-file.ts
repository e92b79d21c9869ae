/** Writes a report to its own file, or behind what a CI keeps in one. */

import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { asError, UserError } from '../../errors'

/** Overwrites the previous report. @throws UserError if the file cannot be written */
export function writeReport(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch (error) {
    const why = asError(error).message
    throw new UserError(
      `The report ${path.basename(file)} cannot be written. ${why}`,
      'Check the path given to --output-file.',
    )
  }
}

/** @returns why it was not written */
export function appendReport(file: string, text: string): string | undefined {
  try {
    appendFileSync(file, text)
    return undefined
  } catch (error) {
    return asError(error).message
  }
}
