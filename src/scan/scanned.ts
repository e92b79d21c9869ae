/** The result of a scan, and of each database in it. */

import type { Reading } from '../reading'
import type { Scan } from '../types'

/** A scan of one database, and its reading. */
export interface Part extends Scan {
  reading: Reading
}

/** The result of a scan, with what was read for it, so that callers can reuse it. */
export interface Scanned extends Scan {
  /** One part for each database of the tree. */
  parts: Part[]
  reader: Reading['reader']
  /** Returns every source file of the project except tests. */
  sources: Reading['sources']
  associations: Reading['associations']
}
