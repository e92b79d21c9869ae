/** Whether a process that left something is still at work. */

import { codeOf } from '../../errors'
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}
