/** `merge` makes one report of many JSON reports. */

import { UserError } from '../errors'
import { readReportFiles } from '../io/reading'
import { fleetOf } from '../merging'
import type { Fleet } from '../types'

/** @throws UserError if no file is named */
export function merge({ paths, cwd }: { paths: string[]; cwd: string }): Fleet {
  if (!paths.length)
    throw new UserError(
      'merge needs the JSON reports that it puts together.',
      'Name them: deletedat-codemod merge reports/*.json --output-file html=fleet.html.',
    )
  return fleetOf(readReportFiles(paths, cwd))
}
