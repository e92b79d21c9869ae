/** Finds the project line of a stack frame, even if the trace comes from another machine with another root. */

import path from 'node:path'
import type { Frame, Origin } from '../../types'
import type { Reader } from './reader'

export function frameLine(
  { file, line }: Frame,
  cwd: string,
  reader: Pick<Reader, 'isFile' | 'read'>,
): { at: Origin; text: string } | undefined {
  const here = fileHere(file, cwd, reader)
  const text = here && reader.read(here)?.split(/\r\n|[\n\r]/)[line - 1]
  if (!here || text === undefined) return undefined
  return { at: { file: here, line, column: 1, span: [0, text.length] }, text }
}

/** Matches the longest tail of the path that is a file of the project. */
function fileHere(file: string, cwd: string, { isFile }: Pick<Reader, 'isFile'>): string | undefined {
  const parts = file.split(/[\\/]/).filter((part) => part && part !== '.')
  const ends = parts.map((_, index) => path.join(cwd, ...parts.slice(index)))
  return [file, ...ends].find((one) => one.startsWith(cwd + path.sep) && isFile(one))
}
