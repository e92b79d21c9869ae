/** An error with the words for the user, on its way to the other process. */

import type { Fault } from './protocol'

export class Failure extends Error {
  /** @param cause the error behind it, which is told as well */
  constructor(
    readonly what: string,
    readonly todo: string,
    readonly behind?: unknown,
  ) {
    super(what)
  }
}

interface Known {
  name?: string
  message?: string
  code?: string
  parent?: Known
  cause?: Known
  errors?: Known[]
}

/** What an error says, and those behind it: each message once, then the codes. */
export function saidBy(error: unknown): string {
  const chain = behind(error as Known, 4)
  const messages = new Set(chain.map(({ message }) => message).filter(Boolean))
  const text = [...messages].join('; ')
  const codes = new Set(chain.map(({ code }) => code).filter((code) => code && !text.includes(String(code))))
  if (!text && !codes.size) return String(error)
  return codes.size ? `${text} (${[...codes].join(', ')})`.trim() : text
}

function behind(error: Known | undefined, depth: number): Known[] {
  if (!error || depth === 0) return []
  return [error, ...behind(error.parent ?? error.cause ?? error.errors?.[0], depth - 1)]
}

/** Does the work of a file; what it throws is noted, and the next file goes on. */
export async function attempted(
  faults: { file: string; says: string }[],
  file: string,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    const reason = error instanceof Failure ? (error.behind ?? error) : error
    faults.push({ file, says: saidBy(reason) })
    return false
  }
}

export function faultOf(error: unknown): Fault {
  if (!(error instanceof Failure)) return { what: '', says: saidBy(error) }
  const says = error.behind === undefined ? undefined : saidBy(error.behind)
  return { what: error.what, todo: error.todo, says }
}
