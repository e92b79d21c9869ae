/** A report in a file of its own: it is made anew each time. */

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { asError, UserError } from '../../errors'

/** @throws UserError where it cannot be written */
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
