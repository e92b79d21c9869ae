/** DOOR. Reads raw SQL of a migration as changes of the schema. */

import type { Change, Origin } from '../../types'
import { batchChanges } from './body'
import { type Cursor, cursorOver } from './cursor'
import { keyChanges, mentionsKeys } from './keys'
import { nameOf, tablesMentioned, unreadMarker } from './names'
import { notationOf } from './notation'
import { changers, readers } from './readers'
import { uncalled } from './routines'
import { type Script, unread } from './script'
import { statementsOf } from './statements'
import { tokensOf } from './tokens'
import { withoutGuesses } from './uncertain-names'

export { unreadMarker } from './names'
export { tablesOf } from './touched'

const verbs = new RegExp(
  `\\b(?:${Object.keys(changers).join('|')})\\b|(?<!\\b(?:insert|replace|merge|ignore)\\s+)\\binto\\b|(?:^|;)\\s*__unread_\\d+__`,
  'i',
)

/** Cheaply checks whether the text may contain any change. */
export const mentions = (sql: string): boolean => verbs.test(sql)

/**
 * Returns the changes that the SQL makes to tables, statement by statement; data, views and indexes give none.
 * Never throws: a statement that cannot be read becomes an `unread` change that names the tables it mentions.
 * `__unread_N__` (`unreadMarker`) marks an unread part of a template; a change that depends on it becomes `unread`.
 * @param dialect Sequelize's dialect; if undefined, names that depend on it become `unread`
 * @param at the place of the whole text, used for every change
 */
export function readSql(sql: string, dialect: string | undefined, at: Origin): Change[] {
  if (!mentions(sql)) return []
  const script = scriptOf(sql, dialect, at)
  const changes = readText(sql.replace(/^\uFEFF/, ''), script)
  return [...changes, ...uncalled(script)]
}

const scriptOf = (sql: string, dialect: string | undefined, at: Origin): Script => ({
  notation: notationOf(sql, dialect),
  at,
  path: [],
  temporary: new Set(),
  made: new Set(),
  routines: new Map(),
  code: [],
  depth: 0,
  read: readStatement,
  readText,
})

/** Returns the changes to uniques and foreign keys, statement by statement; omits those that cannot be read. */
export function readKeys(sql: string, dialect: string | undefined, at: Origin): Change[] {
  if (!mentionsKeys(sql)) return []
  const script = scriptOf(sql, dialect, at)
  const statements = statementsOf(sql.replace(/^\uFEFF/, ''), script.notation) ?? []
  return statements.flatMap((text) => keyChanges(cursorOver(text, tokensOf(text)), script))
}

/** The limit of nested code, because code that runs itself would never end. */
const DEEPEST = 8

function readText(sql: string, script: Script): Change[] {
  if (script.depth >= DEEPEST) return [unread(sql, script, 'it runs code that runs code, too deep to follow')]
  const statements = statementsOf(sql, script.notation)
  if (!statements) return unclosed(sql, script)
  script.home ??= homeOf(statements, script)
  script.depth++
  const changes = statements.flatMap((statement) => readPiece(statement, script))
  script.depth--
  return changes
}

function unclosed(sql: string, script: Script): Change[] {
  const words = sql.replaceAll("'", ' ')
  const mentioned = tablesMentioned(cursorOver(words, tokensOf(words)), script)
  return [
    withoutGuesses(unread(sql, script, 'a quote or a comment in it is never closed', mentioned), sql, script),
  ]
}

/** Returns the database that USE names, if all USE statements name the same one. */
function homeOf(statements: string[], { notation }: Script): string | undefined {
  const used = statements
    .map((statement) => /^USE\s.*/is.exec(statement)?.[0])
    .filter((use) => use !== undefined)
  const names = new Set(used.map((use) => nameOf(tokensOf(use)[1], notation)))
  return notation.mysql && names.size === 1 ? [...names][0] : undefined
}

/** Checks the words before it tokenises: data may be long and need not be parsable. */
function readPiece(text: string, script: Script): Change[] {
  const first = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? ''
  const batch = script.notation.loose && !routine.test(text)
  const reads = first in readers || (batch ? verbs.test(text) : /^__UNREAD_/.test(first))
  if (!reads) return []
  const statement = cursorOver(text, tokensOf(text))
  return batch ? batchChanges(statement, script) : readStatement(statement, script)
}

const routine = /^\s*(?:CREATE|ALTER)\s+(?:OR\s+ALTER\s+)?(?:PROC|PROCEDURE|FUNCTION|TRIGGER|VIEW)\b/i

function readStatement(statement: Cursor, script: Script): Change[] {
  const [first] = statement.tokens
  const reader = first && readers[first.text.toUpperCase()]
  if (!reader && !unreadMarker.test(first?.text ?? '')) return []
  const changes = reader?.({ ...statement, next: 1 }, script) ?? [
    unread(statement.text, script, 'it could not be parsed', tablesMentioned(statement, script)),
  ]
  return changes.map((change) => withoutGuesses(change, statement.text, script))
}
