/** Looks through files that nobody reads for what is no JavaScript, on another core where there are many. */

import { existsSync } from 'node:fs'
import path from 'node:path'
import { isJavaScript } from '../ast/syntax'
import type { Reader } from './reader'

/** From so many files on a second thread pays for its start. */
const MANY = 1000

/** @returns those that V8 does not take: a parser has to say whether anybody does */
export async function slipsIn(files: string[], reader: Reader): Promise<string[]> {
  const texts = files.map((file) => reader.read(file) ?? '')
  const apart = files.length >= MANY ? await slipsApart(texts) : undefined
  const found = apart ?? slips(texts)
  return found.map((index) => files[index]!)
}

/** @returns the indexes of the texts that are no JavaScript */
export const slips = (texts: string[]): number[] =>
  texts.flatMap((text, index) => (isJavaScript(text) ? [] : [index]))

/** undefined: there is no second thread to be had. */
function slipsApart(texts: string[]): Promise<number[] | undefined> {
  const program = path.join(__dirname, 'slips-worker.js')
  if (!existsSync(program)) return Promise.resolve(undefined)
  const { Worker } = require('node:worker_threads') as typeof import('node:worker_threads')
  return new Promise((resolve) => {
    const worker = new Worker(program, { workerData: texts })
    worker.once('message', resolve)
    worker.once('error', () => resolve(undefined))
    worker.once('exit', () => resolve(undefined))
  })
}
