/** Asks somebody at a terminal, and shows that long work goes on. Prints only to the streams it is handed. */

import type { Readable, Writable } from 'node:stream'
import type { Planned, RepairName } from '../types'

export interface Streams {
  input: Readable
  output: Writable
}

interface Question {
  options: { repair: RepairName; letter: string; does: string }[]
  recommended?: RepairName
  alike: number
}

type Answer = { repair: RepairName | 'skip'; forAll: boolean } | 'stop'

/** clack is an ES module: it is loaded when the first question is asked. */
const clack = () => import('@clack/prompts')

/** @param textOf what is shown above a question, and the diff above the last one */
export function createAsks<Q extends Question>(
  textOf: { question(question: Q): string; diff(planned: Planned[]): string },
  streams: Streams,
) {
  return {
    async repair(question: Q): Promise<Answer> {
      const { isCancel, log, select } = await clack()
      log.message(textOf.question(question), streams)
      const options = question.options.map(({ repair, letter, does }) => ({
        value: repair,
        label: `${letter}  ${does}`,
      }))
      const repair = await select<RepairName | 'skip'>({
        message: 'What shall be done?',
        options: [...options, { value: 'skip', label: 'skip' }],
        initialValue: question.recommended ?? 'skip',
        ...streams,
      })
      if (isCancel(repair)) return 'stop'
      const forAll = question.alike > 0 && (await sameForAll(question.alike, streams))
      return forAll === 'stop' ? 'stop' : { repair, forAll }
    },
    async confirm(_plan: unknown, planned: Planned[]): Promise<boolean> {
      const { confirm, isCancel, log } = await clack()
      log.message(textOf.diff(planned), streams)
      const message = planned.length === 1 ? 'Write this file?' : `Write these ${planned.length} files?`
      const answer = await confirm({ message, ...streams })
      return !isCancel(answer) && answer
    },
  }
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
export function createProgress(output: Writable, now: () => number = Date.now) {
  const start = now()
  let drawn = 0
  return {
    step(done: number, total: number): void {
      const time = now()
      if (time - start < PATIENCE || time - drawn < FRAME) return
      drawn = time
      const full = Math.round((Math.min(done, total) / Math.max(total, 1)) * WIDTH)
      output.write(`\r${'━'.repeat(full)}${'─'.repeat(WIDTH - full)} ${done} of ${total} files`)
    },
    clear(): void {
      if (drawn) output.write('\r\u001b[K')
      drawn = 0
    },
  }
}
