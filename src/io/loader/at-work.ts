/** Reports which project file is running, so that it can be blamed if the process goes silent. */

import type { Reply } from './protocol'

let current: string | null = null

function tell(file: string | null): void {
  current = file
  process.send?.({ loading: file } satisfies Reply)
}

/** @param file absolute path */
export async function atWork<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  const before = current
  tell(file)
  try {
    return await work()
  } finally {
    tell(before)
  }
}
