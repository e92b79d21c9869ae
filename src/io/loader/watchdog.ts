/**
 * Node preloads this before every child program (`-r`): it ends the child together with its parent. An endless loop
 * never notices a closed channel, so a second thread watches.
 */

import path from 'node:path'
import { isMainThread, Worker } from 'node:worker_threads'
import { PARENT } from './protocol'

if (isMainThread) {
  const parent = Number(process.env[PARENT]) || process.ppid
  // Processes that the project's code starts watch their own parent.
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
