/** Asks questions at the terminal, and shows progress there. */

import type { Writable } from 'node:stream'
import type { Live } from '../commands/live'
import type { Asks } from '../commands/run'
import { Stopped } from '../errors'
import { askByKey, confirmed, createProgress, type Output, show, uncoloured, warn } from '../io/terminal'
import { databaseText, filesPlanned, hazardsText, questionShown, safe, unifiedDiff } from '../reporters'
import type { InitPart, Planned, Settings } from '../types'
import { type ParsedOptions, wantsColor } from './settings'
import type { Surroundings } from './surroundings'
import { viewFor } from './view'

/** Uses standard error, so that the report can be redirected, or standard output if only that is a terminal. */
const outputOf = ({ stdout, stderr }: Surroundings) =>
  // If standard error is no terminal, standard output is one, and a terminal is always a Writable.
  stderr.isTTY ? stderr : (stdout as Surroundings['stdout'] & Writable)

function streamsOf(around: Surroundings, { noColor }: ParsedOptions) {
  const output = outputOf(around)
  const color = wantsColor({ noColor }, around.env, true)
  return { color, input: around.stdin, output: color ? output : uncoloured(output) }
}

/** The width of the margin that clack draws before each line. */
const MARGIN = 3

export function asksFor(settings: Settings, around: Surroundings, given: ParsedOptions): Asks {
  const { color, ...streams } = streamsOf(around, given)
  const view = viewFor({ ...settings, color }, streams.output)
  view.width = Math.max(view.width - MARGIN, 20)
  const write = async (planned: Planned[], rows: string[]): Promise<boolean | undefined> => {
    const [yes, no] = [
      { key: 'Y', answer: 'yes', label: planned.length === 1 ? 'write it' : `write all ${planned.length}` },
      { key: 'N', answer: 'no', label: 'write nothing' },
    ]
    const all = { key: 'D', answer: 'diffs', label: `show the changes of all ${planned.length}` }
    const question = planned.length === 1 ? 'Write this file?' : `Write these ${planned.length} files?`
    const lines = [...(rows.length ? [no, yes] : [yes, no]), ...(planned.length > 1 ? [all] : [])]
    const answer = await askByKey([...rows, question].join(' '), lines, streams)
    if (answer === undefined) return undefined
    if (answer !== 'diffs') return answer === 'yes'
    await show(unifiedDiff(planned, view), streams)
    return write(planned, rows)
  }
  return {
    async repair(question) {
      const { text, message, lines } = questionShown(question, view)
      await show(text, streams)
      return (await askByKey(message, lines, streams)) ?? 'stop'
    },
    async confirm(_plan, planned, { hazards, rows }) {
      await show(filesPlanned(planned, view), streams)
      await show(unifiedDiff(planned.slice(0, 1), view), streams)
      const warning = hazardsText(hazards, view).join('\n\n')
      if (warning) await warn(warning, streams)
      return (await write(planned, rows)) ?? 'stop'
    },
  }
}

/** Shows what a part of `init` would write, and asks. */
export function partAsker(settings: Settings, around: Surroundings, given: ParsedOptions) {
  const { color, ...streams } = streamsOf(around, given)
  const view = viewFor({ ...settings, color }, streams.output)
  view.width = Math.max(view.width - MARGIN, 20)
  const lines = [
    { key: 'Y', answer: true, label: 'write it' },
    { key: 'N', answer: false, label: 'leave it' },
  ]
  return async ({ name, says, files, git }: InitPart): Promise<boolean | undefined> => {
    await show(unifiedDiff(files, view), streams)
    if (git) await show(`git config ${git.join(' ')}`, streams)
    return askByKey(safe(`${name}: ${says}. Write it?`), lines, streams)
  }
}

/** Shows progress on any stream that is a terminal, even if the report is redirected. */
export function progressFor(around: Surroundings) {
  if (around.env.CI) return undefined
  const isWatched = (output: Output) => output.isTTY === true
  // Opening a stream takes time, so the stream is chosen when there is something to show.
  return createProgress(() => [around.stderr, around.stdout].find(isWatched))
}

/** Reports work on a database at once, on standard error beside the report. */
export function liveFor({ interactive }: Settings, around: Surroundings, given: ParsedOptions): Live {
  const tell = (line: string) => void around.stderr.write(`${safe(line)}\n`)
  return {
    tell,
    reached: (database) => tell(databaseText(database)),
    ...(interactive && {
      async confirm(question: string) {
        const answer = await confirmed(question, streamsOf(around, given))
        if (answer === undefined) throw new Stopped('Stopped: nothing was changed.')
        return answer
      },
    }),
  }
}
