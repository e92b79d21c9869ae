/** Runs `merge`: JSON reports in, one report out. */

import { merge } from '../commands/merge'
import { appendReport, writeReport } from '../io/writing'
import { fleetReporters } from '../reporters'
import type { ParsedOptions } from './parsed-options'
import { reportFile, wantsColor, whole } from './settings'
import type { Surroundings } from './surroundings'
import { viewFor } from './view'

/** @returns what is printed, and the exit code. @throws UserError if no report is named or a file cannot be written */
export function mergeReports(
  given: ParsedOptions,
  { cwd, env, stdout }: Pick<Surroundings, 'cwd' | 'env' | 'stdout'>,
): { text: string; code: 0 | 1 | 2 } {
  const names = fleetReporters.map(({ name }) => name)
  const files = (given.outputFile ?? []).map((one) => reportFile(one, cwd, names))
  const maxShow = given.maxShow === undefined ? undefined : whole('--max-show', given.maxShow, 999_999)
  const color = wantsColor(given, env, stdout.isTTY === true)
  const fleet = merge({ paths: (given.paths ?? []).map(String), cwd })
  const view = viewFor({ cwd, color, dryRun: false, maxShow }, stdout)
  const made = (format: string, isPlain: boolean) =>
    fleetReporters
      .find(({ name }) => name === format)
      ?.report(fleet, isPlain ? { ...view, color: false, wraps: false } : view) ?? ''
  for (const { format, file } of files) writeReport(file, made(format, true))
  if (env.GITHUB_ACTIONS === 'true' && given.format === undefined && env.GITHUB_STEP_SUMMARY)
    appendReport(env.GITHUB_STEP_SUMMARY, made('markdown', true))
  return { text: made(given.format ?? 'terminal', false), code: fleet.exitCode }
}
