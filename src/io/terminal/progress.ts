/** Shows a progress bar during long work. */

import type { Output } from './standard-output'

/** Milliseconds before the bar first appears, and between two drawings. */
const PATIENCE = 400
const FRAME = 100
const WIDTH = 30

/**
 * A progress bar. The work blocks the event loop, so each reported step draws the bar: clack draws by timers, which
 * would not fire.
 *
 * @param outputOf returns the output when there is something to show; undefined if nobody is watching
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
    /** Resets the bar; the next step starts anew. */
    clear(): void {
      if (drawn) outputOf()?.write('\r\u001b[K')
      start = undefined
      drawn = 0
    },
  }
}
