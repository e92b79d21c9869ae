/** Reads files as git keeps them, all in one process. */

import type { Text } from '../../types'
import { decodedText, LARGEST, problemOf } from '../reading'
import type { Repository } from './run'

/**
 * Reads blobs by their object names.
 * @returns the text of each; a blob that is missing or larger than what is read from the disk has a problem
 */
export function blobsOf(names: string[], { git }: Repository): Map<string, Text> {
  const wanted = [...new Set(names)]
  if (!wanted.length) return new Map()
  const lines = git(['cat-file', '--batch-check'], `${wanted.join('\n')}\n`)
    .toString()
    .trim()
    .split('\n')
  const found = new Map<string, Text>()
  const small: string[] = []
  for (const [index, name] of wanted.entries()) {
    const [, kind, size] = lines[index]?.split(' ') ?? []
    if (kind !== 'blob') found.set(name, { problem: problemOf('ENOENT') })
    else if (Number(size) > LARGEST) found.set(name, { problem: problemOf('TOO_LARGE') })
    else small.push(name)
  }
  if (small.length) readInto(found, git(['cat-file', '--batch'], `${small.join('\n')}\n`))
  return found
}

/** Each blob is a line `name kind size`, its bytes, and a line break. */
function readInto(found: Map<string, Text>, out: Buffer): void {
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf('\n', at)
    const [name = '', , size] = out.toString('latin1', at, end).split(' ')
    const start = end + 1
    found.set(name, decodedText(out.subarray(start, start + Number(size))))
    at = start + Number(size) + 1
  }
}
