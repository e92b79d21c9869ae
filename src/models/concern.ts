/**
 * Which files can have a say in whether a model is paranoid. Only those are read where nobody asks for the others: a
 * file is left out if no word that could do it stands in it, in what it imports, or in what hands something to it.
 */

/**
 * What makes a model paranoid, as it is written; an escape or a key that is put together may hide it, and what changes
 * Sequelize itself may do anything.
 */
const MARK =
  /paranoid|deletedat|\\u|beforeDefine|\.(?:define|init|import|options)\s*=(?!=)|\.options\.|\b(?:Sequelize|Model)\.prototype|\[\s*[`'"][^'"`]*[`'"]\s*\+/i

/** Of these words what turns paranoid on: who writes only the others may ask for a column, and makes no model paranoid. */
const TURNS_ON =
  /paranoid(?!['"]?\s*:\s*false\b)|\bDeletedAt\b|\\u|beforeDefine|\.(?:define|init|import|options)\s*=(?!=)|\b(?:Sequelize|Model)\.prototype/

/** What stands in quotes behind `from`, `import`, `require` and the like. */
const SPECIFIER = /\b(?:from|import|require|resolve|export\s*\*\s*from)\b\s*\(?\s*(['"`])([^'"`\n]+)\1/g

/** Files that are found while the program runs. */
const DYNAMIC =
  /\breaddir|\bglob|\brequire\s*\(\s*[^'"`\s)]|\bimport\s*\(\s*[^'"`\s)]|require\.context|import\.meta|require-?(?:all|dir)/i

/** A definition of its own: what imports such a file gets a model, not options. */
const DEFINES = /\.define\s*[(<]|\.init\s*\(|@Table|\bextends\s+\w*Model\b/

/** Files whose top level makes what the models inherit. */
export const makesInstance = /new\s+[\w$.]*Sequelize\b|\.forRoot(Async)?\s*\(|extends\s+[\w$.]*Sequelize\b/

/** `require('./user')(sequelize, options)` */
const CALLED_AT_ONCE = /require\s*\([^)]*\)\s*[(.]/

/** Sequelize's own, and Node's. */
const HARMLESS =
  /^(?:node:|sequelize$|sequelize\/|sequelize-typescript$|@sequelize\/|fs$|path$|url$|util$|process$|crypto$)/

/** A source file of the project. */
export interface Text {
  file: string
  text: string
}

interface File extends Text {
  /** What it imports, as it is written. */
  imports: string[]
  isMarked: boolean
  turnsOn: boolean
}

export interface Concern {
  /** Files whose models may be paranoid. */
  asked: Set<string>
  /** These, and what they import: without it their own values could not be told. */
  read: Set<string>
}

/**
 * @param texts every source file of the project
 * @param configs texts of config files that models inherit from
 * @returns undefined: any file may have a say
 */
export function concerned(texts: Text[], configs: string[]): Concern | undefined {
  if (configs.some((text) => MARK.test(text))) return undefined
  const files = texts.map((one) => ({ ...one, imports: importsOf(one.text) }) as File)
  const byName = indexed(files, ({ file }) => [nameOf(file)])
  const importers = indexed(files, ({ imports }) => imports.map(nameOf))
  const imported = ({ imports }: File) => imports.flatMap((one) => byName.get(nameOf(one)) ?? [])
  for (const one of files) {
    const unseen = bringsUnseen(one, byName)
    one.isMarked = unseen || MARK.test(one.text)
    one.turnsOn = unseen || (one.isMarked && TURNS_ON.test(one.text))
  }
  const asked = new Set(files.filter(({ isMarked }) => isMarked))
  const read = new Set<File>()
  for (const one of asked) {
    for (const other of importers.get(nameOf(one.file)) ?? []) asked.add(other)
    const others = imported(one)
    const isHandedOn = others.some((other) => other.turnsOn && !DEFINES.test(other.text))
    if (!one.isMarked && !isHandedOn && !DEFINES.test(one.text)) continue
    // What an instance is made with, every model of it inherits.
    if (makesInstance.test(one.text) && (one.turnsOn || isHandedOn)) return undefined
    read.add(one)
    if (!handsOver(one, isHandedOn)) continue
    if (DYNAMIC.test(one.text)) return undefined
    for (const other of others) asked.add(other)
  }
  for (const one of read) for (const other of imported(one)) read.add(other)
  return { asked: pathsOf(asked), read: pathsOf([...asked, ...read]) }
}

const pathsOf = (files: Iterable<File>): Set<string> => new Set([...files].map(({ file }) => file))

function indexed(files: File[], names: (file: File) => string[]): Map<string, File[]> {
  const index = new Map<string, File[]>()
  for (const file of files)
    for (const name of names(file)) {
      const known = index.get(name)
      if (known) known.push(file)
      else index.set(name, [file])
    }
  return index
}

const importsOf = (text: string): string[] => Array.from(text.matchAll(SPECIFIER), ([, , name]) => name!)

/** A file named index goes by its folder's name, and so does an import of the folder. */
function nameOf(path: string): string {
  const parts = path.split(/[\\/]/).filter((part) => part && !/^\.{1,2}$/.test(part))
  const last = (parts.pop() ?? '').replace(/\.(?:[cm]?[jt]sx?)$/, '')
  return last === 'index' ? (parts.pop() ?? '') : last
}

/** Options may come from a package, or from a file that is no source file: no word here tells of them. */
const bringsUnseen = ({ text, imports }: File, byName: Map<string, File[]>): boolean =>
  imports.some((name) => (/^[./]/.test(name) ? !byName.has(nameOf(name)) : !HARMLESS.test(name))) &&
  (DEFINES.test(text) || makesInstance.test(text))

/** Whether it may hand to what it imports what makes paranoid: a word of its own, or of a helper that it imports. */
const handsOver = ({ text, turnsOn }: File, isHandedOn: boolean): boolean =>
  isHandedOn || (turnsOn && (!DEFINES.test(text) || CALLED_AT_ONCE.test(text)))
