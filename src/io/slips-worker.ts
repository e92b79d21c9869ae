/** The second thread of slips.ts: texts in, the indexes of those that are no JavaScript out. */

import { parentPort, workerData } from 'node:worker_threads'
import { slips } from './slips'

parentPort?.postMessage(slips(workerData as string[]))
