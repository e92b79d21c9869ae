/** Makes the reports of the command line of an outcome. */

import { viewFor } from '../cli/view'
import { UserError } from '../errors'
import { nearest } from '../nearest'
import { reporters } from '../reporters'
import type { Outcome } from '../types'
import type { Result } from './functions'

/** The forms of a report: those of `--format`. */
export type Format =
  | 'terminal'
  | 'compact'
  | 'json'
  | 'github'
  | 'gitlab'
  | 'html'
  | 'junit'
  | 'markdown'
  | 'sarif'

export interface FormatOptions {
  /** Default: false. */
  color?: boolean
  /** Columns; longer lines of code are cut. Default: 100. */
  width?: number
  /** So many findings of a kind are listed. Default: 20. */
  maxShow?: number
}

/**
 * @returns the report, with a line break at its end
 * @throws UserError if there is no such format, or what is handed over is no outcome
 */
export function format(
  outcome: Result<Outcome>,
  name: Format,
  { color = false, width, maxShow }: FormatOptions = {},
): string {
  const reporter = reporters.find((one) => one.name === name)
  if (!reporter) {
    const names = reporters.map((one) => one.name)
    const near = nearest(String(name), names)
    throw new UserError(
      `There is no format ${name}.`,
      near ? `Did you mean ${near}?` : `Choose one of ${names.join(', ')}.`,
    )
  }
  if (typeof outcome?.command !== 'string')
    throw new UserError(
      'format() takes what check() and the other functions give back.',
      "Write format(await check(), 'sarif').",
    )
  const dryRun = outcome.command === 'run' && !outcome.written.length
  const { cwd, source } = outcome
  return reporter.report(outcome, viewFor({ cwd, color, dryRun, maxShow, source }, { columns: width }))
}
