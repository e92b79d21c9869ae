/** The error that `diagnose` is handed: as words, as a file, by a pipe, or pasted at a terminal. */

import path from 'node:path'
import { UserError } from '../errors'
import { isFolder, isThere, readText } from '../io/reading'
import { readStandardInput } from '../io/terminal'
import type { Surroundings } from './surroundings'

const END = process.platform === 'win32' ? 'Ctrl-Z and Enter' : 'Ctrl-D'

/** @throws UserError where there is no text */
export async function errorText(
  given: string | undefined,
  { cwd, stdin, stderr }: Pick<Surroundings, 'cwd' | 'stdin' | 'stderr'>,
): Promise<string> {
  if (!given || given === '-') {
    if (stdin.isTTY) stderr.write(`Paste the error, then end with ${END} on a line of its own.\n`)
    return readStandardInput(stdin)
  }
  const file = path.resolve(cwd, given)
  if (/[\r\n\0]/.test(given) || !isThere(file) || isFolder(file)) return given
  const read = readText(file)
  if ('text' in read) return read.text
  throw new UserError(`${given} cannot be read. ${read.problem}`, 'Hand over the error itself, in quotes.')
}
