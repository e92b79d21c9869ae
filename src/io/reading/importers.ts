/** Finds the files of the project whose text mentions another file as an import would. */

import path from 'node:path'
import type { Reader } from './reader'

/** Matches the last part of each path that is written in quotes. */
const NAMED = /['"`/]([^'"`/\s]{1,100})['"`]/g

/** Matches the quote and the folders before that part, if the path is plain. */
const BEFORE = /['"`]((?:[\w.@~#-]+\/){1,12})$/

const withoutExtension = (name: string): string => name.replace(/\.\w+$/, '')

/**
 * A file named index is matched by its folder's name. The answer may contain files that do not import it, but misses
 * none except imports whose path is built at run time.
 * @param files the project's source files; each is read once, at the first query
 */
export function importersIn(files: () => string[], reader: Reader): (file: string) => string[] {
  let index: Index | undefined
  const looked = new Set<string>()
  return (file) => {
    const word = wordOf(file)
    if (!index || !looked.has(word)) {
      // Files outside the project are rarely queried; their names are added when that happens.
      for (const one of [file, ...files()]) looked.add(wordOf(one))
      index = namesIn(files(), looked, reader)
    }
    const names = (one: string, paths: Set<string>) =>
      [...paths].some((written) => !written || leadsTo(written, one, file, reader))
    return [...(index.get(word) ?? [])].flatMap(([one, paths]) =>
      one !== file && names(one, paths) ? [one] : [],
    )
  }
}

/**
 * Finds the files that import one of the given files, directly or through others. It may contain files that do not,
 * since a name in quotes may stand for a path that is built at run time.
 * @param passes whether the importer hands on what it imports from this file
 * @param isNamed whether the file is only imported by a path that is written, since what lists its folder is no importer
 */
export function dependantsIn(
  changed: Iterable<string>,
  files: () => string[],
  reader: Reader,
  { passes, isNamed }: { passes(file: string, importer: string): boolean; isNamed(file: string): boolean },
): Set<string> {
  const reached = new Set(changed)
  for (let level = [...reached]; level.length; ) {
    const index = namesIn(files(), new Set(level.map(wordOf)), reader)
    const next: string[] = []
    for (const file of level)
      for (const [importer, paths] of index.get(wordOf(file)) ?? []) {
        const written = [...paths].filter((one) => one || !isNamed(file))
        const imports = written.some((one) => !one || leadsTo(one, importer, file, reader))
        if (!imports || reached.has(importer) || !passes(file, importer)) continue
        reached.add(importer)
        next.push(importer)
      }
    level = next
  }
  return reached
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
