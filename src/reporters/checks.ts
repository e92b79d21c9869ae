/** Formats the checks of a running system: the database and the result of each check. */

import type { Check, DatabaseShown, Looked, View } from '../types'
import { type Paint, paintFor } from './paint'
import { safe } from './safe'
import { hanging, wrapped } from './wrap'

/** A paragraph for the database, and one for the checks in columns. */
export function checksText({ database }: Looked, checks: Check[], view: View): string[] {
  const paint = paintFor(view)
  return [
    ...(database ? [paint.bold(wrapped(safe(databaseText(database)), view))] : []),
    ...(checks.length ? [lines(checks, view)] : []),
  ]
}

export function databaseText({
  database,
  host,
  port,
  server,
  environment,
  from,
  tls,
}: DatabaseShown): string {
  const place = host ? ` on ${host}${port ? `:${port}` : ''}` : ''
  return `Database ${database}${place} (${server}${tls ? ', TLS' : ''}), environment ${environment}, by ${from}.`
}

function lines(checks: Check[], view: View): string {
  const paint = paintFor(view)
  const width = Math.max(...checks.map(({ subject }) => safe(subject).length))
  return checks
    .map(({ state, subject, says }) =>
      hanging(
        `${PAINTS[state](paint)(state.padEnd(7))}  ${safe(subject).padEnd(width)}  `,
        safe(says),
        view,
      ).trimEnd(),
    )
    .join('\n')
}

const PAINTS: Record<Check['state'], (paint: Paint) => (text: string) => string> = {
  ok: (paint) => paint.green,
  failed: (paint) => paint.red,
  skipped: (paint) => paint.yellow,
  note: (paint) => paint.dim,
}
