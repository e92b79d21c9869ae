/** Writes a report to its own file and overwrites the previous one. */

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { asError, UserError } from '../../errors'

/** @throws UserError if the file cannot be written */
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
