/** Formats a finding, and the places and tables of all others, for programs: schema/report.schema.json. */

import { helpUri } from '../our-names'
import type { Finding, Origin, TableName, View } from '../types'
import { relative } from './place'
import { withoutSecrets } from './safe'

export const findingOf = (
  { rule, model, table, message, hint, origin, modelAt, severity, database, afterwards, accepted }: Finding,
  fingerprint: string,
  view: View,
) => ({
  rule,
  model,
  table: tableOf(table),
  message: withoutSecrets(message),
  hint: withoutSecrets(hint),
  ...spanOf(origin, view),
  severity,
  modelAt: modelAt ? spanOf(modelAt, view) : null,
  ...(database !== undefined && { database }),
  ...(accepted && {
    accepted: {
      by: accepted.by,
      reason: withoutSecrets(accepted.reason),
      ...(accepted.at && lineOf(accepted.at, view)),
    },
  }),
  ...(afterwards && {
    afterwards: afterwards.map(({ kind, columns, says, at }) => ({
      kind,
      columns,
      says: withoutSecrets(says),
      ...(at && lineOf(at, view)),
    })),
  }),
  fingerprint,
  helpUri: helpUri(rule),
})

export const tableOf = (table: TableName | undefined) =>
  table ? { schema: table.schema ?? null, name: table.name } : null

export const lineOf = ({ file, line }: Origin, { cwd }: View) => ({ file: relative(cwd, file), line })

export const placeOf = (origin: Origin, view: View) => ({ ...lineOf(origin, view), column: origin.column })

/** Has no end if the place is a whole file. */
export function spanOf(origin: Origin, view: View) {
  const end = view.endOf?.(origin)
  return { ...placeOf(origin, view), ...(end && { endLine: end.line, endColumn: end.column }) }
}
