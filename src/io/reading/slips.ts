/** Looks through files that nobody reads for what is no JavaScript, on another core where there are many. */

import { existsSync } from 'node:fs'
import path from 'node:path'
import { isJavaScript } from '../../ast/syntax'
import type { Reader } from './reader'

/** From so many files on a second thread pays for its start. */
const MANY = 1000

/**
 * @param isOnDisk whether the files are read as they are on the disk
 * @returns those that V8 does not take: a parser has to say whether anybody does
 */
export async function slipsIn(files: string[], reader: Reader, isOnDisk: boolean): Promise<string[]> {
  const apart = isOnDisk && files.length >= MANY ? await slipsApart(files) : undefined
  return apart ?? slips(files, (file) => reader.read(file))
}

export const slips = (files: string[], read: (file: string) => string | undefined): string[] =>
  files.filter((file) => !isJavaScript(read(file) ?? ''))

/** undefined: there is no second thread to be had. */
function slipsApart(files: string[]): Promise<string[] | undefined> {
  const program = path.join(__dirname, 'slips-worker.js')
  if (!existsSync(program)) return Promise.resolve(undefined)
  const { Worker } = require('node:worker_threads') as typeof import('node:worker_threads')
  return new Promise((resolve) => {
    const worker = new Worker(program, { workerData: files })
    worker.once('message', resolve)
    worker.once('error', () => resolve(undefined))
    worker.once('exit', () => resolve(undefined))
  })
}
