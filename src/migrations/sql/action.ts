/** The contract of an action of ALTER TABLE. */

import type { Change, TableName } from '../../types'
import type { Cursor } from './cursor'
import type { Script } from './script'

/** The cursor stands after the verb. [] changes no columns; undefined cannot be read. */
export type Action = (cursor: Cursor, table: TableName, script: Script) => Change[] | undefined
