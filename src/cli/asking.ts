/** Somebody at a terminal: what is asked, and what is told while work goes on. */

import type { Writable } from 'node:stream'
import type { Live } from '../commands/live'
import type { Asks } from '../commands/run'
import { databaseText, hazardsText, questionShown, safe, unifiedDiff } from '../reporters'
import type { Settings } from '../types'
import { type Given, wantsColor } from './settings'
import type { Surroundings } from './surroundings'
import { viewFor } from './view'

const terminalRoom = () => require('../io/terminal') as typeof import('../io/terminal')

/** On standard error, so that the report may go elsewhere; on the output where only that is a terminal. */
const outputOf = ({ stdout, stderr }: Surroundings) =>
  // A terminal is always a whole stream.
  stderr.isTTY ? stderr : (stdout as Surroundings['stdout'] & Writable)

const streamsOf = (around: Surroundings) => ({ input: around.stdin, output: outputOf(around) })

export function asksFor(settings: Settings, around: Surroundings, { noColor }: Given): Asks {
  const { input, output } = streamsOf(around)
  const view = viewFor({ ...settings, color: wantsColor({ noColor }, around.env, true) }, output)
  return terminalRoom().createAsks(
    {
      question: (question) => questionShown(question, view),
      diff: (planned) => unifiedDiff(planned, view),
      brings: ({ hazards }) => hazardsText(hazards, view).join('\n\n'),
    },
    { input, output },
  )
}

export function progressFor({ format }: Settings, { stdout, env }: Surroundings) {
  const isWatched = stdout.isTTY === true && !env.CI && format === 'terminal'
  return isWatched ? terminalRoom().createProgress(stdout) : undefined
}

/** What happens on a database is told as it happens, beside the report: on the other stream. */
export function liveFor({ interactive }: Settings, around: Surroundings): Live {
  const tell = (line: string) => void around.stderr.write(`${safe(line)}\n`)
  return {
    tell,
    reached: (database) => tell(databaseText(database)),
    ...(interactive && {
      confirm: (question: string) => terminalRoom().confirmed(question, streamsOf(around)),
    }),
  }
}
