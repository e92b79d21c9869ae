/** Addresses for links in a terminal, where it takes them. */

import os from 'node:os'
import { pathToFileURL } from 'node:url'
import { supportsHyperlink } from 'supports-hyperlinks'
import type { Output } from './standard-output'

/** Other signs end the address for those that measure or strip it. */
const ODD = /[^-a-zA-Z\d/#&.:=?%@~_]/g

/** @returns undefined if the stream takes no links; FORCE_HYPERLINK decides in its place */
export function fileLinks(
  stream: Pick<Output, 'isTTY'>,
): ((file: string, line: number, column: number) => string) | undefined {
  const { FORCE_HYPERLINK, TERM_PROGRAM } = process.env
  // The package looks at much to decide; a pipe is asked nothing.
  if (!stream.isTTY && !FORCE_HYPERLINK) return undefined
  if (!supportsHyperlink(stream)) return undefined
  return (file, line, column) => {
    const url = pathToFileURL(file)
    if (TERM_PROGRAM === 'vscode') return escaped(`vscode://file${url.pathname}:${line}:${column}`)
    // A terminal on another machine sees by the host that the file is not its own.
    if (process.platform !== 'win32') url.host = os.hostname()
    return escaped(url.href)
  }
}

const escaped = (url: string): string =>
  url.replace(ODD, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
