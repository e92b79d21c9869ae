/** Types a command in a project and tells what came of it. */

import { PassThrough } from 'node:stream'
import { main } from '../../src/cli/main'

export interface Told {
  code: number
  out: string
  err: string
}

export const NOW = new Date('2025-05-30T12:00:00.000Z')

/** @param line words of the command line, split at blanks; an array for words with blanks in them */
export async function type(
  root: string,
  line: string | string[],
  env: Record<string, string> = {},
): Promise<Told> {
  const argv = typeof line === 'string' ? line.split(' ').filter(Boolean) : line
  // A report that fills a small buffer would wait to be read, which it is at the end.
  const [stdin, stdout, stderr] = [stream(), stream(), stream()]
  const code = await main({ argv, cwd: root, env, stdin, stdout, stderr, now: () => NOW })
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') }
}

const stream = () => new PassThrough({ highWaterMark: 2 ** 30 })

/** The project's code sees the environment of this process. */
export async function withEnv<T>(env: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = { ...process.env }
  Object.assign(process.env, env)
  try {
    return await work()
  } finally {
    process.env = before
  }
}
