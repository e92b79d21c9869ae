/**
 * Which files of a history can say anything of the tables that are asked for. A file is left unread only where its own
 * text tells every table that it touches, and names none of those that are asked for, or that these were made of.
 */

import type { Reader } from '../ast'
import type { Change, TableName } from '../types'
import type { Operation } from './operation'

/** How the operations are looked for: every pattern comes from their list. */
export function wordsOf(operations: Operation[]) {
  const methods = (isOwn: boolean) =>
    operations.flatMap((one) => (Boolean(one.namesItsTable) === isOwn ? one.method : [])).join('|')
  const method = methods(true)
  return {
    /** A call that writes the table's name. */
    named: new RegExp(`\\.\\s*(?:${method})\\s*\\(\\s*(['"])([\\w.-]+)\\1\\s*[,)]`, 'g'),
    mentioned: new RegExp(`\\b(?:${method})\\b`, 'g'),
    /** SQL, other names for methods and files, turns without end: what is only known by reading the file. */
    unforeseen: new RegExp(
      `\\b(?:${methods(false)}|arguments|apply|call|bind|while|for|eval|with)\\b|\\]\\s*\\(|\`\\s*\\(|\\\\u|export\\s*\\*`,
    ),
  }
}

type Words = ReturnType<typeof wordsOf>

/** `up` is a function, and gets a queryInterface that is called so. */
const ups = /\bup\b\s*[=:]?\s*(?:async\s*)?(?:function\b\s*\w*\s*)?\(\s*queryInterface\b/
/** The queryInterface as a parameter, or with a member of it behind. */
const plainUse =
  /(?:\b(?:up|down)|[=:]|\b(?:async|function)|\bfunction\s+\w+)\s*\(\s*queryInterface\b|\bqueryInterface\s*\??\.\s*\w/g
const anyUse = /\bqueryInterface\b/g

const ownPackage =
  /\b(?:require|import)\s*\(\s*(['"])sequelize(?:-cli)?\1\s*\)|\bimport\s[\w\s{},*]+\bfrom\s*(['"])sequelize\2/g
const anyPackage = /\b(?:require|import)\b/g

/** SQL that changes rows, and nothing of a table. */
const rowsOnly =
  /\.\s*sequelize\s*\.\s*query\s*\(\s*(?:`\s*(?:UPDATE|INSERT|DELETE)\b[^`;$\\]*`|'\s*(?:UPDATE|INSERT|DELETE)\b[^';\\\n]*'|"\s*(?:UPDATE|INSERT|DELETE)\b[^";\\\n]*")/gi

/** Comments that begin a line. */
const ownLines = /^[ \t]*(?:\/\/.*|\/\*[\s\S]*?\*\/)/gm

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Whether every table that a file touches stands in its text as a word. */
function tellsItsTables(written: string, { named, mentioned, unforeseen }: Words): boolean {
  const code = written.replace(ownLines, '')
  const text = code.includes('.query') ? code.replace(rowsOnly, '.rows(') : code
  if (unforeseen.test(text) || !ups.test(text)) return false
  if (count(text, anyUse) !== count(text, plainUse)) return false
  if (count(text, anyPackage) !== count(text, ownPackage)) return false
  return count(text, named) === count(text, mentioned)
}

/** A schema may stand in front of a name. */
const last = (name: string): string => name.toLowerCase().replace(/^.*\./s, '')

/** A name is a text in quotes; also where a table is only pointed to: its rows may go with those of another. */
const quoted = /(['"`])([\w.-]+)\1/g

/** Files whose own text tells every table that they touch, each with its text; none where one that is asked for may be written in more than one way. */
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

/** Those of the plain files that name a table which is asked for, or one that it was made of by what is read already. */
export function naming(plain: Map<string, string>, tables: TableName[], changes: Change[]): string[] {
  const origins = new Map<string, string[]>()
  for (const { name, from } of changes.flatMap(originsIn))
    origins.set(last(name), [...(origins.get(last(name)) ?? []), last(from)])
  const wanted = new Set(tables.map(({ name }) => last(name)))
  for (const name of wanted) for (const origin of origins.get(name) ?? []) wanted.add(origin)
  const isAsked = (written: string) =>
    Array.from(written.matchAll(quoted), ([, , name = '']) => last(name)).some(
      (one) => wanted.has(one) && !/^sequelize(-cli)?$/.test(one),
    )
  return [...plain].flatMap(([file, written]) => (isAsked(written) ? [file] : []))
}

/** A table may have had another name, or taken over the columns of another. */
const originsIn = (change: Change): { name: string; from: string }[] =>
  change.do === 'renameTable'
    ? [{ name: change.to.name, from: change.table.name }]
    : change.do === 'createTable'
      ? (change.copies ?? []).map(({ from }) => ({ name: change.table.name, from: from.name }))
      : []
