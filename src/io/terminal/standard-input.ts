/** Reads the text on standard input, such as a piped log. */

import type { Readable } from 'node:stream'
import { asError, UserError } from '../../errors'
import { toolCommand } from '../project'

const advice = (): string =>
  `Hand it over as one argument, as the name of a file, or by a pipe: npm start 2>&1 | ${toolCommand(process.cwd())} diagnose.`

/** @throws UserError if the input is empty or is no text */
export async function readStandardInput(input: Readable): Promise<string> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of input) chunks.push(Buffer.from(chunk))
  } catch (error) {
    throw new UserError(`The standard input cannot be read (${asError(error).message}).`, advice())
  }
  const text = decoded(Buffer.concat(chunks))
  if (!text.trim()) throw new UserError('There is no error text: the standard input is empty.', advice())
  return text
}

/** Windows PowerShell writes files in UTF-16. */
function decoded(bytes: Buffer): string {
  try {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8'
    return bytes.toString(encoding)
  } catch {
    throw new UserError('The text is too long to be held in one piece.', 'Hand over the part with the error.')
  }
}
