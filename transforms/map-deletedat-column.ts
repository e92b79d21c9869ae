/** jscodeshift transform for repair C: maps models to the column of --column if it exists, or by --only and --all. */

import type { Finding } from '../src/types'
import { withFinding } from './folder'
import type { API, FileInfo, Options } from './jscodeshift'
import { isAsTold, required } from './options'
import { type Rewrite, rewrite } from './rewrite'

export { parser } from './parser'

const mapTo = (column: string, isTold: boolean): Rewrite => ({
  name: `map-column ${column}${isTold ? ' as told' : ''}`,
  choose: (judged) => {
    const { needsColumn, column: asks } = judged.model
    const isMeant = isTold || isThere(column, judged.finding)
    return isMeant && needsColumn === true && asks !== column
      ? { judged: withFinding(judged, 'misnamed-column', column), repair: 'map-column' }
      : undefined
  },
  // If requested explicitly, the column need not exist yet.
  ...(isTold && { isDoubted: () => false }),
  holds: ({ model }) => model.needsColumn === true && model.column === column,
})

const isThere = (column: string, finding: Finding | undefined): boolean =>
  finding?.rule === 'misnamed-column' && [finding.found, ...(finding.alike ?? [])].includes(column)

export default async function mapDeletedAtColumn(
  file: FileInfo,
  api: API,
  options: Options,
): Promise<string | undefined> {
  const column = required(options, 'column', 'deleted_at')
  return rewrite(file, api, options, mapTo(column, isAsTold(options)))
}
