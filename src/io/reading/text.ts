/** Reads a file so that it can be written back byte by byte, or says in words why it cannot be read. */

import { isUtf8 } from 'node:buffer'
import { asError, codeOf } from '../../errors'
import type { Encoding, Text } from '../../types'
import { LARGEST, readRegular } from './regular'

/**
 * A byte-order mark stays in the text as U+FEFF. Text that is not UTF-8 is read byte by byte (latin1), so that all
 * offsets and all other bytes survive a rewrite. Never throws and never blocks.
 */
export function readText(file: string): Text {
  try {
    return decodedText(readRegular(file))
  } catch (error) {
    return { problem: reason(error) }
  }
}

/** Decodes the bytes of a file. */
export function decodedText(bytes: Buffer): Text {
  const wide = wideEncoding(bytes)
  if (wide) return { text: decoded(bytes, wide), encoding: wide }
  if (bytes.includes(0)) return { problem: 'It is a binary file, not source code.' }
  const encoding = isUtf8(bytes) ? 'utf8' : 'latin1'
  return { text: bytes.toString(encoding), encoding }
}

/** Encodes a text in the encoding in which its file was read. */
export const encoded = (text: string, encoding: Encoding): Buffer =>
  encoding === 'utf16be' ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, encoding)

const decoded = (bytes: Buffer, encoding: 'utf16le' | 'utf16be'): string =>
  (encoding === 'utf16be' ? Buffer.from(bytes).swap16() : bytes).toString('utf16le')

/** Detects UTF-16 by its byte-order mark, or else by its zero bytes, since source code is mostly Latin letters. */
function wideEncoding(bytes: Buffer): 'utf16le' | 'utf16be' | undefined {
  if (bytes.length === 0 || bytes.length % 2 === 1) return undefined
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be'
  const start = bytes.subarray(0, LOOKED_AT)
  if (!start.includes(0)) return undefined
  let [even, odd] = [0, 0]
  for (const [index, byte] of start.entries())
    if (byte === 0) {
      if (index % 2) odd++
      else even++
    }
  const most = (start.length / 2) * 0.9
  if (odd >= most && even === 0) return 'utf16le'
  return even >= most && odd === 0 ? 'utf16be' : undefined
}

/** The number of bytes that are examined to detect the encoding. */
const LOOKED_AT = 1000

const REASONS: Record<string, string> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'It is a folder, not a file.',
  EACCES: 'Reading it is not permitted.',
  EPERM: 'Reading it is not permitted.',
  ELOOP: 'It is a link that leads back to itself.',
  NOT_REGULAR: 'It is no regular file.',
  TOO_LARGE: `It is larger than ${LARGEST / 1024 / 1024} MB.`,
}

/** The sentence for an error of reading a file, or for its code. */
export const problemOf = (code: string): string => REASONS[code] ?? `It cannot be read (${code}).`

const reason = (error: unknown): string => problemOf(codeOf(error) || asError(error).message)
