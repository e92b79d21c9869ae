/** An error with a message and a hint for the user, which the child process sends to the tool. */

import path from 'node:path'
import { codeOf } from '../../errors'
import { type Fields, isObject, textIn } from './foreign'
import type { Fault } from './protocol'

export class Failure extends Error {
  /** @param behind the underlying error, which is reported too */
  constructor(
    readonly what: string,
    readonly todo: string,
    readonly behind?: unknown,
  ) {
    super(what)
  }
}

/** The messages of an error and its causes, each once, followed by the error codes. */
export function messageOf(error: unknown): string {
  const chain = behind(error, 4)
  const messages = new Set(chain.flatMap((one) => deniedBy(one) ?? (withoutStack(textIn(one.message)) || [])))
  const text = [...messages].join('; ')
  const codes = new Set(
    chain.flatMap((one) => (deniedBy(one) ? [] : codeOf(one))).filter((code) => code && !text.includes(code)),
  )
  if (!text && !codes.size) return String(error)
  return codes.size ? `${text} (${[...codes].join(', ')})`.trim() : text
}

const DENIED: Record<string, string> = { FileSystemWrite: 'writing', FileSystemRead: 'reading' }

/** What Node's permission model has refused, in words. */
function deniedBy({ code, permission, resource }: Fields): string | undefined {
  if (code !== 'ERR_ACCESS_DENIED') return undefined
  const doing = DENIED[textIn(permission) ?? ''] ?? `${textIn(permission) ?? 'it'}:`
  const file = textIn(resource)
  const what = file && path.isAbsolute(file) ? path.relative(process.cwd(), file) : file
  return `${[doing, what].filter(Boolean).join(' ')} is refused while models are only looked at`
}

/** Drops the require stack: it differs from file to file although the fault is the same. */
const withoutStack = (message: string | undefined): string | undefined =>
  message?.split('\nRequire stack:')[0]

function behind(error: unknown, depth: number): Fields[] {
  if (!isObject(error) || depth === 0) return []
  const first = Array.isArray(error.errors) ? error.errors[0] : undefined
  return [error, ...behind(error.parent ?? error.cause ?? first, depth - 1)]
}

/** Runs the work for one file; an error is recorded, so that the next file can go on. */
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
    faults.push({ file, says: messageOf(reason) })
    return false
  }
}

export function faultOf(error: unknown): Fault {
  if (!(error instanceof Failure)) return { what: '', says: messageOf(error) }
  const says = error.behind === undefined ? undefined : messageOf(error.behind)
  return { what: error.what, todo: error.todo, says }
}
