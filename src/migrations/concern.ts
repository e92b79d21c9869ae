/**
 * Which files of a history can say anything of the tables that are asked for. A file is left unread only where its own
 * text tells every table that it touches, and names none of those that are asked for.
 */

import type { Reader } from '../ast'
import { meantBy } from '../judging'
import type { TableName } from '../types'

const method =
  'createTable|dropTable|addColumn|removeColumn|renameColumn|changeColumn|addIndex|removeIndex|addConstraint|removeConstraint'

const named = new RegExp(`\\.\\s*(?:${method})\\s*\\(\\s*(['"])([\\w.-]+)\\1\\s*[,)]`, 'g')
const mentioned = new RegExp(`\\b(?:${method})\\b`, 'g')

/** `up` is a function, and gets a queryInterface that is called so. */
const ups = /\bup\b\s*[=:]?\s*(?:async\s*)?(?:function\b\s*\w*\s*)?\(\s*queryInterface\b/
/** The queryInterface as a parameter, or with a member of it behind. */
const plainUse =
  /(?:\b(?:up|down)|[=:]|\b(?:async|function)|\bfunction\s+\w+)\s*\(\s*queryInterface\b|\bqueryInterface\s*\??\.\s*\w/g
const anyUse = /\bqueryInterface\b/g

const ownPackage =
  /\b(?:require|import)\s*\(\s*(['"])sequelize(?:-cli)?\1\s*\)|\bimport\s[\w\s{},*]+\bfrom\s*(['"])sequelize\2/g
const anyPackage = /\b(?:require|import)\b/g

/** SQL, other names for methods and files, turns without end: what is only known by reading the file. */
const unforeseen =
  /\b(?:query|runSql|raw|dropAllTables|dropSchema|renameTable|arguments|apply|call|bind|while|for|eval|with)\b|\]\s*\(|`\s*\(|\\u|export\s*\*/

/** SQL that changes rows, and nothing of a table. */
const rowsOnly =
  /\.\s*sequelize\s*\.\s*query\s*\(\s*(?:`\s*(?:UPDATE|INSERT|DELETE)\b[^`;$\\]*`|'\s*(?:UPDATE|INSERT|DELETE)\b[^';\\\n]*'|"\s*(?:UPDATE|INSERT|DELETE)\b[^";\\\n]*")/gi

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Whether every table that a file touches stands in its text as a word. */
function tellsItsTables(written: string): boolean {
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

/** A column may have had another name. */
const renamesColumn = /renameColumn|\b(?:rename|change)\b/i

/** It says which. */
const renamed =
  /\.\s*renameColumn\s*\(\s*(['"])[\w.-]+\1\s*,\s*(['"])([\w-]+)\2\s*,\s*(['"])([\w-]+)\4\s*[,)]/g

/** What is only asked of some columns; left out: of all. */
interface Asked {
  tables: TableName[]
  columns?: string[]
}

interface Concerning {
  /** In their order. */
  read: string[]
  /** Whether more than the name of a column is asked for. */
  matters?: (column: string) => boolean
}

/** The files to be read, and what is asked of them. */
export function concerning({ tables, columns }: Asked, files: string[], reader: Reader): Concerning {
  const wanted = new Set(tables.map(({ name }) => last(name)))
  // What is not made of plain characters is written in more than one way.
  if ([...wanted].some((name) => !/^[\w-]+$/.test(name))) return { read: files }
  const plain = new Map<string, string>()
  const renamings: string[] = []
  let isRenamed = false
  for (const file of files) {
    const written = reader.read(file)
    if (written === undefined) continue
    if (!/\.sql$/i.test(file) && tellsItsTables(written)) {
      plain.set(file, written)
      if (written.includes('renameColumn')) renamings.push(written)
    } else {
      isRenamed ||= renamesColumn.test(written)
      if (renamesTable.test(written) && !/\.sql$/i.test(file))
        for (const one of written.toLowerCase().match(words) ?? []) wanted.add(one)
    }
  }
  for (const one of ['sequelize', 'sequelize-cli']) wanted.delete(one)
  const matters = columns && !isRenamed ? among(columns, renamings) : undefined
  const saysNothing = matters && silent([...plain.values()], matters)
  const isAsked = (written: string) =>
    namesIn(written).some((one) => wanted.has(one)) && !saysNothing?.(written)
  return { read: files.filter((file) => !plain.has(file) || isAsked(plain.get(file)!)), matters }
}

/**
 * A column under another spelling is shown as what may be meant, and one that is renamed to it once was it.
 * @returns undefined where it is not told which columns are renamed
 */
function among(columns: string[], renamings: string[]): ((name: string) => boolean) | undefined {
  const matters = meantBy(columns)
  for (const written of renamings) {
    const told = [...written.matchAll(renamed)].flatMap(([, , , from, , to]) => [from!, to!])
    if (told.length !== 2 * count(written, /renameColumn/g) || told.some(matters)) return undefined
  }
  return matters
}

const makesTable = /\.\s*createTable\s*\(\s*(['"])([\w.-]+)\1/g
const onlyColumns =
  /\.\s*(addColumn|removeColumn|renameColumn|changeColumn)\s*\(\s*(['"])([\w.-]+)\2\s*,\s*(['"])([\w-]+)\4\s*[,)]/g
const onlyIndexes = /\.\s*(?:addIndex|removeIndex)\s*\(\s*(['"])([\w.-]+)\1\s*[,)]/g

/**
 * Plain files that only change indexes, and columns that do not matter, of tables that another plain file makes: of a
 * table that is only changed it is told that nothing makes it.
 */
function silent(plain: string[], matters: (column: string) => boolean): (written: string) => boolean {
  const made = new Set(plain.flatMap((one) => Array.from(one.matchAll(makesTable), ([, , name]) => name!)))
  return (written) => {
    const columns = [...written.matchAll(onlyColumns)]
    const indexes = [...written.matchAll(onlyIndexes)]
    return (
      columns.length + indexes.length === count(written, mentioned) &&
      columns.every(([, , , table, , column]) => made.has(table!) && !matters(column!)) &&
      indexes.every(([, , table]) => made.has(table!))
    )
  }
}

/** Also where a table is only pointed to: its rows may go with those of another. */
const namesIn = (written: string): string[] => Array.from(written.matchAll(text), ([, , name]) => last(name!))
