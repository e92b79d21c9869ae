/** Asks the user questions that are answered by a key. Prints only to the given streams. */

import type { Readable, Writable } from 'node:stream'

interface Streams {
  input: Readable
  output: Writable
}

/** One possible answer with its key; the return key selects the first one. */
interface Line<A> {
  key: string
  answer: A
  label: string
  hint?: string
}

/** clack is an ES module; it is loaded at the first question. */
const clack = () => import('@clack/prompts')

/** Shows a text above a question. */
export async function show(text: string, { output }: Streams): Promise<void> {
  const { log } = await clack()
  log.message(text, { output })
}

export async function warn(text: string, { output }: Streams): Promise<void> {
  const { log } = await clack()
  log.warn(text, { output })
}

/** @returns undefined for Ctrl-C */
export async function askByKey<A>(
  message: string,
  lines: Line<A>[],
  streams: Streams,
): Promise<A | undefined> {
  const { isCancel, selectKey } = await clack()
  const options = lines.map(({ key, label, hint }) => ({ value: key, label, ...(hint && { hint }) }))
  const key: string | symbol | undefined = await selectKey({ message, options, ...streams })
  if (isCancel(key)) return undefined
  return (lines.find((line) => line.key === key) ?? lines[0])?.answer
}

/** Asks a yes-or-no question; the return key means no. Returns undefined for Ctrl-C. */
export async function confirmed(message: string, streams: Streams): Promise<boolean | undefined> {
  const { confirm, isCancel } = await clack()
  const answer = await confirm({ message, initialValue: false, ...streams })
  return isCancel(answer) ? undefined : answer
}
