/** Reads the actions of ALTER TABLE one by one. */

import type { Change, TableName } from '../../types'
import type { Action } from './action'
import { addColumns, dropColumn } from './add-and-drop'
import { alterColumn, changeColumn, modifyColumn } from './change-column'
import { accept, acceptAny, atEnd, type Cursor, cursorOver, rest, sees, sourceOf } from './cursor'
import { isTemporary, takeTable } from './names'
import { renameSomething, setSchema } from './rename'
import { type Script, unread } from './script'
import { is, separated, type Token } from './tokens'

/** To add an action, add one function and one line. The cursor is after the verb. */
const verbs: Record<string, Action> = {
  ADD: addColumns,
  ALTER: alterColumn,
  CHANGE: changeColumn,
  DROP: dropColumn,
  MODIFY: modifyColumn,
  RENAME: renameSomething,
  SET: setSchema,
}

/** First words of actions that leave the columns as they are: owners, triggers, partitions, storage. */
const harmless = new Set(
  `ALGORITHM ANALYZE ATTACH AUTO_INCREMENT AVG_ROW_LENGTH CHARACTER CHARSET CHECK CHECKSUM CLUSTER COALESCE COLLATE
  COMMENT COMPRESSION CONNECTION CONVERT DATA DEFAULT DELAY_KEY_WRITE DEPENDS DETACH DISABLE DISCARD ENABLE ENCRYPTION
  ENFORCE ENGINE EXCHANGE FORCE IMPORT INDEX INHERIT INSERT_METHOD KEY_BLOCK_SIZE LOCK MAX_ROWS MIN_ROWS NO NOCHECK
  NOT NOWAIT OF OPTIMIZE ORDER OWNER PACK_KEYS PAGE_CHECKSUM PARTITION PASSWORD REBUILD REMOVE REORGANIZE REPAIR
  REPLICA RESET ROW_FORMAT SECONDARY_LOAD SECONDARY_UNLOAD STATS_AUTO_RECALC STATS_PERSISTENT STATS_SAMPLE_PAGES STORAGE
  SWITCH TABLESPACE TRANSACTIONAL TRUNCATE UNION VALIDATE WAIT WITH WITHOUT`.split(/\s+/),
)

/** Reads the text after `ALTER TABLE`. Returns undefined if it names no table. */
export function alterTable(cursor: Cursor, script: Script): Change[] | undefined {
  if (sees(cursor, 'ALL', 'IN', 'TABLESPACE')) return []
  acceptAny(cursor, 'IF', 'EXISTS', 'ONLY')
  const table = takeTable(cursor, script)
  if (!table) return undefined
  if (isTemporary(table, script)) return []
  accept(cursor, '*')
  if (atEnd(cursor)) return undefined
  const head = sourceOf(cursor.text, cursor.tokens.slice(0, cursor.next))
  const changes = actionsOf(rest(cursor), script).flatMap((tokens) => {
    const action = cursorOver(cursor.text, tokens)
    const text = `${head} ${sourceOf(cursor.text, tokens)}`
    return (
      changesOf(action, table, script) ?? [unread(text, script, 'this part of it could not be read', [table])]
    )
  })
  return crosswise(changes)
    ? [unread(cursor.text, script, 'it renames columns crosswise', [table])]
    : renamesLast(changes)
}

function changesOf(cursor: Cursor, table: TableName, script: Script): Change[] | undefined {
  const verb = verbOf(cursor.tokens, script)
  cursor.next = 1
  if (verb === undefined) return undefined
  return isHarmless(verb, script) ? [] : verbs[verb]?.(cursor, table, script)
}

const isHarmless = (verb: string, { notation }: Script): boolean =>
  harmless.has(verb) || notation.harmless?.includes(verb) === true

function verbOf([first]: Token[], script: Script): string | undefined {
  const word = first?.kind === 'word' ? first.text.toUpperCase() : undefined
  return word !== undefined && (word in verbs || isHarmless(word, script)) ? word : undefined
}

/** Splits the actions. SQL Server writes the verb once: `ADD a int, b int`, `DROP COLUMN a, b`. */
function actionsOf(tokens: Token[], script: Script): Token[][] {
  const actions: Token[][] = []
  for (const action of separated(tokens)) {
    const [verb, what] = actions.at(-1) ?? []
    const goesOn = verbOf(action, script) === undefined && is(verb, 'ADD', 'DROP')
    const kinds = is(what, 'COLUMN', 'CONSTRAINT') && !is(action[0], 'COLUMN', 'CONSTRAINT') ? [what] : []
    const repeated = (goesOn ? [verb, ...kinds] : []).filter((token) => token !== undefined)
    actions.push([...repeated, ...action])
  }
  return actions
}

/** Detects `CHANGE a b …, CHANGE b a …`, which the database runs at once and not one after the other. */
function crosswise(changes: Change[]): boolean {
  const renames = changes.filter((change) => change.do === 'renameColumn')
  return renames.some(({ to }) => renames.some(({ column }) => column === to))
}

/** Puts renames of the table last: MySQL allows them beside other actions, which use the old name. */
const renamesLast = (changes: Change[]): Change[] => [
  ...changes.filter((change) => change.do !== 'renameTable'),
  ...changes.filter((change) => change.do === 'renameTable'),
]
