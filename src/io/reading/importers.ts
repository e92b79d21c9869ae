/** Finds the files of the project whose text mentions another file as an import would. */

import path from 'node:path'
import type { Reader } from './reader'

/** Matches the last part of each path that is written in quotes. */
const NAMED = /['"`/]([^'"`/\s]{1,100})['"`]/g

/** Matches the quote and the folders before that part, if the path is plain. */
const BEFORE = /['"`]((?:[\w.@~#-]+\/){1,12})$/

const withoutExtension = (name: string): string => name.replace(/\.\w+$/, '')

export interface Importers {
  /**
   * Returns the files that mention a file as an import would. It may return files that do not import it, but misses
   * none except imports whose path is built at run time.
   */
  of(file: string): string[]
  /** Finds the given files, and those that import one of them, directly or through others. */
  through(changed: Iterable<string>, how: Through): Set<string>
}

/** How imports are followed. */
export interface Through {
  /** Whether the importer hands on what it imports from this file. */
  passes(file: string, importer: string): boolean
  /** Whether the file is only imported by a path that is written, since what lists its folder is no importer. */
  isNamed(file: string): boolean
}

/**
 * Indexes the imports of a project, at the first query. A file named index is matched by its folder's name.
 * @param files the project's source files
 */
export function createImporters(files: () => string[], reader: Reader): Importers {
  let index: Index | undefined
  const looked = new Set<string>()
  const mentions = (file: string): Map<string, Set<string>> => {
    const word = wordOf(file)
    if (!index || !looked.has(word)) {
      // Files outside the project are rarely queried; their names are added when that happens.
      for (const one of [file, ...files()]) looked.add(wordOf(one))
      index = namesIn(files(), looked, reader)
    }
    return index.get(word) ?? new Map()
  }
  const isWritten = (paths: Set<string>, importer: string, file: string) =>
    [...paths].some((written) => written && leadsTo(written, importer, file, reader))
  const through = (changed: Iterable<string>, { passes, isNamed }: Through): Set<string> => {
    const reached = new Set(changed)
    // A set hands out also what is added while it is walked through.
    for (const file of reached)
      for (const [importer, paths] of mentions(file)) {
        if (reached.has(importer) || !passes(file, importer)) continue
        const isLoose = () => paths.has('') && !isNamed(file) && mayImport(importer, file, reader)
        if (isWritten(paths, importer, file) || isLoose()) reached.add(importer)
      }
    return reached
  }
  return {
    of: (file) =>
      [...mentions(file)].flatMap(([importer, paths]) =>
        importer !== file && (paths.has('') || isWritten(paths, importer, file)) ? [importer] : [],
      ),
    through,
  }
}

export const importersIn = (files: () => string[], reader: Reader): Importers['of'] =>
  createImporters(files, reader).of

/** Matches code that builds a path. */
const BUILDS =
  /\b__dir(?:name)\b|import\.meta|\bcwd\b|readFile|\b(?:require|import)\s*\(\s*[^'"`\s)]|`[^`]*\$\{/

/** Whether a name in quotes may be an import: the text builds paths, or imports it without a folder. */
function mayImport(importer: string, file: string, reader: Reader): boolean {
  const text = reader.read(importer) ?? ''
  if (BUILDS.test(text)) return true
  const word = wordOf(file).replace(/[^\w]/g, '\\$&')
  return new RegExp(`\\b(?:from|import|require)\\b\\s*\\(?\\s*['"\`]${word}`).test(text)
}

/** A file named index is imported by its folder's name. */
function wordOf(file: string): string {
  const stem = withoutExtension(path.basename(file))
  return stem === 'index' ? path.basename(path.dirname(file)) : stem
}

/** Whether the path may resolve to `file`; a path that resolves to a different file does not. */
function leadsTo(written: string, from: string, file: string, reader: Reader): boolean {
  const found = reader.resolve(written, from)
  return typeof found !== 'string' || found === file
}

/** Each queried name -> the files that write it, each with its paths; '' stands for text that is no plain path. */
type Index = Map<string, Map<string, Set<string>>>

function namesIn(files: string[], specifiers: Set<string>, reader: Reader): Index {
  const index: Index = new Map()
  for (const file of files) {
    const text = reader.read(file) ?? ''
    for (const { 0: whole, 1: name = '', index: at } of text.matchAll(NAMED)) {
      for (const key of name.includes('.') ? [name, withoutExtension(name)] : [name]) {
        if (!specifiers.has(key)) continue
        const [, folder] = BEFORE.exec(text.slice(Math.max(0, at - 200), at + 1)) ?? []
        push(index, key, file, whole.startsWith('/') && folder ? folder + name : '')
      }
    }
  }
  return index
}

function push(index: Index, key: string, file: string, written: string): void {
  const files = index.get(key) ?? new Map<string, Set<string>>()
  index.set(key, files)
  const paths = files.get(file)
  if (paths) paths.add(written)
  else files.set(file, new Set([written]))
}
