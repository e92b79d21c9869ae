/** jscodeshift's door to C: the models of a file use the column that --column names. */

import type { API, FileInfo, Options } from 'jscodeshift'
import { withFinding } from './folder'
import { required } from './options'
import { type Rewrite, rewrite } from './rewrite'

export { parser } from './parser'

const mapTo = (column: string): Rewrite => ({
  name: `map-column ${column}`,
  choose: (judged) =>
    judged.model.needsColumn === true && judged.model.column !== column
      ? { judged: withFinding(judged, 'misnamed-column', column), repair: 'map-column' }
      : undefined,
  // It is told which column to use, and there need be none yet.
  isDoubted: () => false,
  holds: ({ model }) => model.needsColumn === true && model.column === column,
})

export default async function mapDeletedAtColumn(
  file: FileInfo,
  api: API,
  options: Options,
): Promise<string | undefined> {
  return rewrite(file, api, options, mapTo(required(options, 'column', 'deleted_at')))
}
