/** Gets the error text for `diagnose` from the argument, a file, a pipe, or the terminal. */

import path from 'node:path'
import { UserError } from '../errors'
import { isFolder, isThere, readText } from '../io/reading'
import { readStandardInput } from '../io/terminal'
import type { Surroundings } from './surroundings'

const END = process.platform === 'win32' ? 'Ctrl-Z and Enter' : 'Ctrl-D'
/** One word that has a folder or the extension of a log. No error text looks like that. */
const NAMES_A_FILE = /^[^\s"'`:]*(?:[\\/][^\s"'`:]*|\.(?:log|txt|out|err|jsonl?|ndjson))$/i

/** @throws UserError if the argument names a folder, a missing file, or a file that cannot be read */
export async function errorText(
  given: string | undefined,
  { cwd, stdin, stderr }: Pick<Surroundings, 'cwd' | 'stdin' | 'stderr'>,
): Promise<string> {
  if (!given || given === '-') {
    if (stdin.isTTY) stderr.write(`Paste the error, then end with ${END} on a line of its own.\n`)
    return readStandardInput(stdin)
  }
  const file = path.resolve(cwd, given)
  if (/[\r\n\0]/.test(given)) return given
  if (!isThere(file) || isFolder(file)) {
    if (!NAMES_A_FILE.test(given)) return given
    throw new UserError(
      isFolder(file) ? `${given} is a folder, and no error text.` : `There is no file ${given}.`,
      'Hand over the error itself in quotes, or the name of a file that holds it.',
    )
  }
  const read = readText(file)
  if ('text' in read) return read.text
  throw new UserError(`${given} cannot be read. ${read.problem}`, 'Hand over the error itself, in quotes.')
}
