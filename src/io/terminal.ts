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

/** A bar that appears when the work has taken a while; it is drawn whenever `step` is awaited. */
export function createProgress(streams: Streams, now: () => number = Date.now) {
  const DELAY = 600
  const FRAME = 80
  const start = now()
  let drawn = start
  let bar: Awaited<ReturnType<typeof openBar>> | undefined
  let reached = 0
  return {
    async step(done: number, total: number, what: string): Promise<void> {
      const time = now()
      if (time - start < DELAY || time - drawn < FRAME) return
      drawn = time
      bar ??= await openBar(total, what, streams)
      bar.advance(done - reached, what)
      reached = done
      await new Promise((resolve) => setTimeout(resolve, FRAME / 8))
    },
    stop(): void {
      bar?.clear()
      bar = undefined
    },
  }
}

async function openBar(max: number, what: string, { output }: Streams) {
  const { progress } = await clack()
  const bar = progress({ max, size: 30, output })
  bar.start(what)
  return bar
}
