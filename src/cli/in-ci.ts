/** What a CI wants besides: places from the root of the repository; on GitHub annotations and the summary of the step. */

import path from 'node:path'
import { appendReport } from '../io/writing'
import { annotations, reporters } from '../reporters'
import type { Outcome, Reporter, View } from '../types'

type Env = Record<string, string | undefined>

/**
 * The view for a reporter. What marks lines in a repository finds files from its root, wherever the command was
 * started; CI systems name that root.
 */
export function viewIn(env: Env, { fromRoot }: Pick<Reporter, 'fromRoot'>, view: View): View {
  const root = fromRoot && (env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR)
  if (!root) return view
  const below = path.relative(root, view.cwd)
  return below.startsWith('..') || path.isAbsolute(below) ? view : { ...view, cwd: root }
}

const TOLD: Outcome['command'][] = ['check', 'run', 'verify', 'deploy']

/**
 * Does nothing elsewhere.
 * @param isPlain no format was asked for
 * @returns what is to be printed behind the report
 */
export function forGithub(
  outcome: Outcome,
  view: View,
  { isPlain, env }: { isPlain: boolean; env: Env },
): string {
  if (env.GITHUB_ACTIONS !== 'true' || !isPlain || !TOLD.includes(outcome.command)) return ''
  const summary = reporters.find(({ name }) => name === 'markdown')?.report(outcome, view) ?? ''
  const fault = env.GITHUB_STEP_SUMMARY ? appendReport(env.GITHUB_STEP_SUMMARY, summary) : undefined
  const lines = annotations(outcome, viewIn(env, { fromRoot: true }, view))
  if (fault !== undefined) lines.push('::notice::The summary of the step could not be written.')
  return lines.map((line) => `${line}\n`).join('')
}
