/** Asks somebody at a terminal, and shows that long work goes on. Prints only to the streams it is handed. */

import type { Readable, Writable } from 'node:stream'
import type { Planned, RepairName } from '../../types'
import type { Output } from './standard-output'

export interface Streams {
  input: Readable
  output: Writable
}

type Choice = RepairName | 'skip'

type Answer = { repair: Choice; forAll: boolean } | 'stop'

/** What is shown: the finding, and the ways to repair it. */
export interface Shown {
  text: string
  options: { value: Choice; label: string; hint?: string }[]
}

/** clack is an ES module: it is loaded when the first question is asked. */
const clack = () => import('@clack/prompts')

/** @param show turns a question, or what stands above the last one, into text; '' shows nothing */
export function createAsks<
  Q extends { recommended?: RepairName; alike: number },
  B extends { rows: string[] },
>(
  show: { question(question: Q): Shown; diff(planned: Planned[]): string; brings(brings: B): string },
  streams: Streams,
) {
  return {
    async repair(question: Q): Promise<Answer> {
      const { isCancel, log, select } = await clack()
      const { text, options } = show.question(question)
      log.message(text, streams)
      const initialValue = question.recommended ?? 'skip'
      const repair = await select<Choice>({
        message: 'What shall be done?',
        options,
        initialValue,
        ...streams,
      })
      if (isCancel(repair)) return 'stop'
      const forAll = question.alike > 0 && (await sameForAll(question.alike, streams))
      return forAll === 'stop' ? 'stop' : { repair, forAll }
    },
    async confirm(_plan: unknown, planned: Planned[], brings: B): Promise<boolean> {
      const { confirm, isCancel, log } = await clack()
      log.message(show.diff(planned), streams)
      const warning = show.brings(brings)
      if (warning) log.warn(warning, streams)
      const files = planned.length === 1 ? 'Write this file?' : `Write these ${planned.length} files?`
      const answer = await confirm({ message: [...brings.rows, files].join(' '), ...streams })
      return !isCancel(answer) && answer
    },
  }
}

/** A plain yes or no; no is what the return key says. */
export async function confirmed(message: string, streams: Streams): Promise<boolean> {
  const { confirm, isCancel } = await clack()
  const answer = await confirm({ message, initialValue: false, ...streams })
  return !isCancel(answer) && answer
}

async function sameForAll(alike: number, streams: Streams): Promise<boolean | 'stop'> {
  const { confirm, isCancel } = await clack()
  const message = `The same for ${alike === 1 ? 'the other one' : `all ${alike} others`} of this kind?`
  const answer = await confirm({ message, initialValue: false, ...streams })
  return isCancel(answer) ? 'stop' : answer
}

/** Milliseconds before a bar appears at all, and between two drawings. */
const PATIENCE = 700
const FRAME = 100
const WIDTH = 30

/**
 * A bar for work that takes a while. The work is done in one go, so the bar is drawn by whoever reports a step: clack
 * draws by timers, which would not fire.
 */
export function createProgress(output: Pick<Output, 'write'>, now: () => number = Date.now) {
  let start: number | undefined
  let drawn = 0
  return {
    step(done: number, total: number): void {
      const time = now()
      start ??= time
      if (time - start < PATIENCE || time - drawn < FRAME) return
      drawn = time
      const full = Math.round((Math.min(done, total) / Math.max(total, 1)) * WIDTH)
      output.write(`\r${'━'.repeat(full)}${'─'.repeat(WIDTH - full)} ${done} of ${total} files`)
    },
    /** The next step starts anew. */
    clear(): void {
      if (drawn) output.write('\r\u001b[K')
      start = undefined
      drawn = 0
    },
  }
}
