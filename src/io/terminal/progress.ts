/** Shows that long work goes on. */

import type { Output } from './standard-output'

/** Milliseconds before a bar appears at all, and between two drawings. */
const PATIENCE = 400
const FRAME = 100
const WIDTH = 30

/**
 * A bar for work that takes a while. The work is done in one go, so the bar is drawn by whoever reports a step: clack
 * draws by timers, which would not fire.
 *
 * @param outputOf where to; it is asked when there is something to show. undefined: nobody looks
 */
export function createProgress(
  outputOf: () => Pick<Output, 'write'> | undefined,
  now: () => number = Date.now,
) {
  let start: number | undefined
  let drawn = 0
  return {
    step(done: number, total: number, what = 'files'): void {
      const time = now()
      start ??= time
      if (time - start < PATIENCE || time - drawn < FRAME) return
      drawn = time
      const full = Math.round((Math.min(done, total) / Math.max(total, 1)) * WIDTH)
      outputOf()?.write(
        `\r${'━'.repeat(full)}${'─'.repeat(WIDTH - full)} ${done} of ${total} ${what}\u001b[K`,
      )
    },
    /** The next step starts anew. */
    clear(): void {
      if (drawn) outputOf()?.write('\r\u001b[K')
      start = undefined
      drawn = 0
    },
  }
}
