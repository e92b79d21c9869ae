/** The second thread of slips.ts: files in, those that are no JavaScript out. */

import { parentPort, workerData } from 'node:worker_threads'
import { slips } from './slips'
import { readText } from './text'

const read = (file: string): string | undefined => {
  const text = readText(file)
  return 'text' in text ? text.text : undefined
}

parentPort?.postMessage(slips(workerData as string[], read))
