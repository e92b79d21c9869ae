/** Says which file of the project is at work, for it may be the last that is heard of this process. */

import type { Reply } from './protocol'

let current: string | null = null

function tell(file: string | null): void {
  current = file
  process.send?.({ loading: file } satisfies Reply)
}

/** @param file absolute */
export async function atWork<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  const before = current
  tell(file)
  try {
    return await work()
  } finally {
    tell(before)
  }
}
