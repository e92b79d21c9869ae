/** Reads a file so that it can be written back byte by byte, or says in words why it cannot be read. */

import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'

export type Encoding = 'utf8' | 'latin1'

export type Text = { text: string; encoding: Encoding } | { problem: string }

/**
 * A byte-order mark stays in the text as U+FEFF. Bytes that are no UTF-8 are read one by one (latin1), so that every
 * offset and every other byte survive a rewrite. Never throws.
 */
export function readText(file: string): Text {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    return { problem: reason(error as NodeJS.ErrnoException) }
  }
  if (isUtf16(bytes)) return { problem: 'It is UTF-16; save it as UTF-8.' }
  if (bytes.includes(0)) return { problem: 'It is a binary file, not source code.' }
  const encoding = isUtf8(bytes) ? 'utf8' : 'latin1'
  return { text: bytes.toString(encoding), encoding }
}

const isUtf16 = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

const REASONS: Record<string, string> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'It is a folder, not a file.',
  EACCES: 'Reading it is not permitted.',
  EPERM: 'Reading it is not permitted.',
  ELOOP: 'It is a link that leads back to itself.',
}

const reason = (error: NodeJS.ErrnoException): string =>
  REASONS[error.code ?? ''] ?? `It cannot be read (${error.code ?? error.message}).`
