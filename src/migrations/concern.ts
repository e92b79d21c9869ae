/**
 * Which files of a history can say anything of the tables that are asked for. A file is left unread only where its own
 * text tells every table that it touches, and names none of those that are asked for.
 */

import type { Reader } from '../ast'
import type { TableName } from '../types'
import type { Operation } from './operation'

/** How the operations are looked for: every pattern comes from their list. */
export function wordsOf(operations: Operation[]) {
  const [own, others] = [true, undefined].map((names) =>
    operations.filter((one) => one.namesItsTable === names).map(({ method }) => method),
  ) as [string[], string[]]
  const method = own.join('|')
  return {
    /** A call that writes the table's name. */
    named: new RegExp(`\\.\\s*(?:${method})\\s*\\(\\s*(['"])([\\w.-]+)\\1\\s*[,)]`, 'g'),
    mentioned: new RegExp(`\\b(?:${method})\\b`, 'g'),
    /** SQL, other names for methods and files, turns without end: what is only known by reading the file. */
    unforeseen: new RegExp(
      `\\b(?:${others.join('|')}|arguments|apply|call|bind|while|for|eval|with)\\b|\\]\\s*\\(|\`\\s*\\(|\\\\u|export\\s*\\*`,
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

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Whether every table that a file touches stands in its text as a word. */
function tellsItsTables(written: string, { named, mentioned, unforeseen }: Words): boolean {
  const text = written.includes('.query') ? written.replace(rowsOnly, '.rows(') : written
  if (unforeseen.test(text) || !ups.test(text)) return false
  if (count(text, anyUse) !== count(text, plainUse)) return false
  if (count(text, anyPackage) !== count(text, ownPackage)) return false
  return count(text, named) === count(text, mentioned)
}

/** A schema may stand in front of a name. */
const last = (name: string): string => name.toLowerCase().split('.').pop()!

/** A name is a text in quotes. */
const text = /(['"`])([\w.-]+)\1/g

/** A table may have had another name: whatever stands in a file that renames one is asked for as well. */
const renamesTable = /renameTable|\brename\b/i
const words = /[\w-]+/g
/** … and so is one whose columns another takes over. */
const makesTable = /\bcreate\s+(?:\w+\s+){0,3}table\b|\binto\b/i
const takesOver = /\b(?:like|inherits|select|of|as\s+table)\b/i

/** The files to be read, in their order. */
export function concerning(tables: TableName[], files: string[], reader: Reader, known: Words): string[] {
  const wanted = new Set(tables.map(({ name }) => last(name)))
  // What is not made of plain characters is written in more than one way.
  if ([...wanted].some((name) => !/^[\w-]+$/.test(name))) return files
  const plain = new Map<string, string>()
  for (const file of files) {
    const written = reader.read(file)
    if (written === undefined || /\.sql$/i.test(file)) continue
    if (tellsItsTables(written, known)) plain.set(file, written)
    else if (renamesTable.test(written) || (makesTable.test(written) && takesOver.test(written)))
      for (const one of written.toLowerCase().match(words) ?? []) wanted.add(one)
  }
  for (const one of ['sequelize', 'sequelize-cli']) wanted.delete(one)
  const isAsked = (written: string) => namesIn(written).some((one) => wanted.has(one))
  return files.filter((file) => !plain.has(file) || isAsked(plain.get(file)!))
}

/** Also where a table is only pointed to: its rows may go with those of another. */
const namesIn = (written: string): string[] => Array.from(written.matchAll(text), ([, , name]) => last(name!))
