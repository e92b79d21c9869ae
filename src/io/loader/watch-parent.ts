/** The worker thread that ends its process when the parent has ended. */

import { workerData } from 'node:worker_threads'
import { codeOf } from '../../errors'

const parent: number = workerData

/** Milliseconds between two checks, and milliseconds in which the process may still end by itself. */
const LOOK = 200
const GRACE = 400

/** On Unix an orphan gets another parent; on Windows the parent's process id no longer exists. */
function isGone(): boolean {
  if (process.platform !== 'win32') return process.ppid !== parent
  try {
    process.kill(parent, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

const timer = setInterval(() => {
  if (!isGone()) return
  clearInterval(timer)
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE)
}, LOOK)
