/** Tells whether the process that left a file still runs. */

import { codeOf } from '../../errors'
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}
