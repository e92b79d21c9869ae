/** Describes failures of the child process in words for the user. */

import { UserError } from '../../errors'
import type { Fault, Service } from './protocol'
import type { Veil } from './veil'

/** Appends the original error message if it adds something. */
export function faultError({ what, todo, says }: Fault, veil: Veil): UserError {
  const more = says && !what.includes(says) ? ` It says: ${says}` : ''
  return new UserError(veil(what + more), veil(todo ?? 'Mend it there and run the command again.'))
}

const during = (loading: string | null): string => (loading ? ` while it loaded ${loading}` : '')

export const timeoutError = (service: Service, patience: number, loading: string | null): UserError =>
  new UserError(
    `The project's own code did not answer within ${patience / 1000} seconds${during(loading) || ` (${service})`}.`,
    loading
      ? 'See what the file waits for, or leave it out with --ignore.'
      : 'See whether the database is reached from here.',
  )

export function gone(
  code: number | null,
  signal: string | null,
  loading: string | null,
  printed: string,
): UserError {
  const how = signal ? `was ended (${signal})` : `ended itself with exit code ${code}`
  return new UserError(
    `The process that ran the project's code ${how}${during(loading)}.${printed}`,
    loading
      ? 'It, or what it loads, may call process.exit: mend it there, or leave it out with --ignore.'
      : 'The code of the project may call process.exit, or run out of memory: mend it there.',
  )
}

/** Before the credentials are known, its output may contain them and is not shown. */
export function printedText(text: string, veil: Veil | undefined): string {
  if (!text) return ''
  return veil
    ? ` The last it printed: ${veil(text)}`
    : ' What it printed is not shown: a password may be in it.'
}
