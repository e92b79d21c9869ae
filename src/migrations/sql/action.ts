/** Declares the contract of an action of ALTER TABLE. */

import type { Change, TableName } from '../../types'
import type { Cursor } from './cursor'
import type { Script } from './script'

/** Reads an action; the cursor is after the verb. Returns [] if no column changes, undefined if it cannot be read. */
export type Action = (cursor: Cursor, table: TableName, script: Script) => Change[] | undefined
