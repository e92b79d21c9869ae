/** Declares what the program needs from its process. */

import type { Readable, Writable } from 'node:stream'
import type { Output } from '../io/terminal'

export interface Surroundings {
  argv: string[]
  cwd: string
  env: Record<string, string | undefined>
  stdin: Readable & { isTTY?: boolean }
  stdout: Output
  stderr: Writable & Output
  now: () => Date
}
