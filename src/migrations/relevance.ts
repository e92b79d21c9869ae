/**
 * Chooses the files of a history that may affect the wanted tables. It skips a file only if the file's text names every
 * table that it touches, and names neither a wanted table nor one from which a wanted table was made.
 */

import type { Reader } from '../ast'
import type { Change, TableName } from '../types'
import type { Operation } from './operation'

/** Makes the patterns that find operations, from the list of operations. */
export function wordsOf(operations: Operation[]) {
  const methods = (isOwn: boolean) =>
    operations.flatMap((one) => (Boolean(one.namesItsTable) === isOwn ? one.method : [])).join('|')
  const method = methods(true)
  return {
    /** Matches a call with the table's name as a literal. */
    named: new RegExp(`\\.\\s*(?:${method})\\s*\\(\\s*(['"])([\\w.-]+)\\1\\s*[,)]`, 'g'),
    mentioned: new RegExp(`\\b(?:${method})\\b`, 'g'),
    /** Matches SQL, indirect calls, loops and the like, because of which the file must be read. */
    unforeseen: new RegExp(
      `\\b(?:${methods(false)}|arguments|apply|call|bind|while|for|eval|with)\\b|\\]\\s*\\(|\`\\s*\\(|\\\\u|export\\s*\\*`,
    ),
  }
}

type Words = ReturnType<typeof wordsOf>

/** Matches an `up` function whose first parameter is named queryInterface. */
const ups = /\bup\b\s*[=:]?\s*(?:async\s*)?(?:function\b\s*\w*\s*)?\(\s*queryInterface\b/
/** Matches queryInterface as a parameter, or followed by a member. */
const plainUse =
  /(?:\b(?:up|down)|[=:]|\b(?:async|function)|\bfunction\s+\w+)\s*\(\s*queryInterface\b|\bqueryInterface\s*\??\.\s*\w/g
const anyUse = /\bqueryInterface\b/g

const ownPackage =
  /\b(?:require|import)\s*\(\s*(['"])sequelize(?:-cli)?\1\s*\)|\bimport\s[\w\s{},*]+\bfrom\s*(['"])sequelize\2/g
const anyPackage = /\b(?:require|import)\b/g

/** Matches SQL that changes only rows. */
const rowsOnly =
  /\.\s*sequelize\s*\.\s*query\s*\(\s*(?:`\s*(?:UPDATE|INSERT|DELETE)\b[^`;$\\]*`|'\s*(?:UPDATE|INSERT|DELETE)\b[^';\\\n]*'|"\s*(?:UPDATE|INSERT|DELETE)\b[^";\\\n]*")/gi

/** Matches comments at the beginning of a line. */
const ownLines = /^[ \t]*(?:\/\/.*|\/\*[\s\S]*?\*\/)/gm

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Whether the text of a file names every table that the file touches. */
function tellsItsTables(written: string, { named, mentioned, unforeseen }: Words): boolean {
  const code = written.replace(ownLines, '')
  const text = code.includes('.query') ? code.replace(rowsOnly, '.rows(') : code
  if (unforeseen.test(text) || !ups.test(text)) return false
  if (count(text, anyUse) !== count(text, plainUse)) return false
  if (count(text, anyPackage) !== count(text, ownPackage)) return false
  return count(text, named) === count(text, mentioned)
}

/** Removes a schema before a name, and lowers the case. */
export const last = (name: string): string => name.toLowerCase().replace(/^.*\./s, '')

/** Matches a quoted name, also that of a referenced table, whose rows may be deleted with another's. */
const quoted = /(['"`])([\w.-]+)\1/g

/** Maps files that name every table they touch to their texts; empty if a wanted table has an unusual name. */
export function plainOf(
  files: string[],
  tables: TableName[],
  reader: Reader,
  known: Words,
): Map<string, string> {
  const plain = new Map<string, string>()
  if (tables.some(({ name }) => !/^[\w-]+$/.test(last(name)))) return plain
  for (const file of files) {
    const written = /\.sql$/i.test(file) ? undefined : reader.read(file)
    if (written !== undefined && tellsItsTables(written, known)) plain.set(file, written)
  }
  return plain
}

/** Returns the plain files that name a wanted table, or one from which the changes made a wanted table. */
export function naming(plain: Map<string, string>, tables: TableName[], changes: Change[]): string[] {
  const origins = new Map<string, string[]>()
  for (const { name, from } of changes.flatMap(originsIn))
    origins.set(last(name), [...(origins.get(last(name)) ?? []), last(from)])
  const wanted = new Set(tables.map(({ name }) => last(name)))
  for (const name of wanted) for (const origin of origins.get(name) ?? []) wanted.add(origin)
  const isRelevant = (written: string) =>
    Array.from(written.matchAll(quoted), ([, , name = '']) => last(name)).some(
      (one) => wanted.has(one) && !/^sequelize(-cli)?$/.test(one),
    )
  return [...plain].flatMap(([file, written]) => (isRelevant(written) ? [file] : []))
}

/** Returns the earlier name of a renamed table, and the tables from which a new one copies columns. */
export const originsIn = (change: Change): { name: string; from: string }[] =>
  change.do === 'renameTable'
    ? [{ name: change.to.name, from: change.table.name }]
    : change.do === 'createTable'
      ? (change.copies ?? []).map(({ from }) => ({ name: change.table.name, from: from.name }))
      : []
