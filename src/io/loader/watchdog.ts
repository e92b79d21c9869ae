/**
 * Handed to Node before any program that runs beside the tool (`-r`): it ends with its parent, whatever it is doing. A
 * loop that never ends hears of no closed channel, so a second thread looks.
 */

import path from 'node:path'
import { isMainThread, Worker } from 'node:worker_threads'
import { PARENT } from './protocol'

if (isMainThread) {
  const parent = Number(process.env[PARENT]) || process.ppid
  // What the project's code starts is watched for its own parent.
  delete process.env[PARENT]
  const watch = path.join(__dirname, 'watch-parent.js')
  const worker = new Worker(watch, {
    workerData: parent,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  })
  worker.on('error', () => undefined)
  worker.unref()
}
