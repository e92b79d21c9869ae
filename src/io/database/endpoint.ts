/** Requests a URL of the running application and looks for the "column does not exist" error in the response. */

import { setTimeout as pause } from 'node:timers/promises'
import { asError, codeOf } from '../../errors'
import type { Check } from '../../types'
import { decoded } from '../loader'

/** Milliseconds: timeout of one request, and delay between two tries. */
const PATIENCE = 10_000
const PAUSE = 1000

/** At most this many characters of a body are read. */
const LONGEST = 256 * 1024

const FAMOUS =
  /column .{1,200}? does not exist|no such column: \S+|Unknown column '[^']+'|Invalid column name '[^']+'/i

/**
 * @param wait seconds during which a failed request is tried again
 * @returns a failed check if the status is not the expected one or the body contains the error
 */
export async function tryEndpoint(
  url: string,
  { expectStatus, wait }: { expectStatus?: number; wait: number },
): Promise<Check> {
  const { address, headers } = request(url)
  const end = Date.now() + Math.min(wait, 30) * 1000
  for (;;) {
    const went = await ask(address, headers, expectStatus)
    if (went.state === 'ok' || Date.now() + PAUSE > end) return { subject: `GET ${address}`, ...went }
    await pause(PAUSE)
  }
}

async function ask(
  address: string,
  headers: Record<string, string>,
  expected: number | undefined,
): Promise<Omit<Check, 'subject'>> {
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const response = await fetch(address, { headers, signal, redirect: 'manual' })
    const [famous] = FAMOUS.exec(await start(response)) ?? []
    if (famous) return { state: 'failed', says: `${response.status}: ${famous}` }
    const fits = expected === undefined ? response.status < 400 : response.status === expected
    if (fits) return { state: 'ok', says: String(response.status) }
    const wanted = expected === undefined ? '' : `, and ${expected} was expected`
    return { state: 'failed', says: `it answers with ${response.status}${wanted}` }
  } catch (error) {
    const { name, message, cause } = asError(error)
    const why =
      name === 'TimeoutError' ? `nothing within ${PATIENCE / 1000} seconds` : codeOf(cause) || message
    return { state: 'failed', says: `no answer (${why})` }
  }
}

async function start(response: Response): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > LONGEST) break
  }
  return text
}

/** Moves a login from the URL into a header: fetch rejects such URLs, and its error would print the login. */
function request(text: string): { address: string; headers: Record<string, string> } {
  const url = new URL(text)
  const login = [url.username, url.password].map(decoded).join(':')
  url.username = ''
  url.password = ''
  const headers = { authorization: `Basic ${Buffer.from(login).toString('base64')}` }
  return { address: url.href, headers: login === ':' ? {} : headers }
}
