/** Which files of the project name another one in a text, as an import of it must. */

import path from 'node:path'
import type { Reader } from './reader'

/** The last part of each path that is written in quotes. */
const NAMED = /['"`/]([^'"`/\s]{1,100})['"`]/g

/** Before that part: what is written of a plain path. */
const BEFORE = /['"`]((?:[\w.@~#-]+\/){1,12})$/

const withoutExtension = (name: string): string => name.replace(/\.\w+$/, '')

/**
 * A file named index goes by its folder's name. More may be told than truly import it, never less,
 * but for names that are put together at run time.
 * @param files the project's source files; each is read once, when the first answer is asked for
 */
export function importersIn(files: () => string[], reader: Reader): (file: string) => string[] {
  let index: Index | undefined
  const asked = new Set<string>()
  return (file) => {
    const word = wordOf(file)
    if (!index || !asked.has(word)) {
      // Names of files that are no part of the project are rare, and looked up by themselves.
      for (const one of [file, ...files()]) asked.add(wordOf(one))
      index = namesIn(files(), asked, reader)
    }
    const names = (one: string, paths: Set<string>) =>
      [...paths].some((written) => !written || leadsTo(written, one, file, reader))
    return [...(index.get(word) ?? [])].flatMap(([one, paths]) =>
      one !== file && names(one, paths) ? [one] : [],
    )
  }
}

/** A file named index is asked for by its folder. */
function wordOf(file: string): string {
  const stem = withoutExtension(path.basename(file))
  return stem === 'index' ? path.basename(path.dirname(file)) : stem
}

/** Whether a path may lead to another file; one that leads to a third does not. */
function leadsTo(written: string, from: string, file: string, reader: Reader): boolean {
  const found = reader.resolve(written, from)
  return typeof found !== 'string' || found === file
}

/** Every name that is asked for -> the files that write it, each with the paths that do; '' for what is no plain path. */
type Index = Map<string, Map<string, Set<string>>>

function namesIn(files: string[], asked: Set<string>, reader: Reader): Index {
  const index: Index = new Map()
  for (const file of files) {
    const text = reader.read(file) ?? ''
    for (const { 0: whole, 1: name = '', index: at } of text.matchAll(NAMED)) {
      for (const key of name.includes('.') ? [name, withoutExtension(name)] : [name]) {
        if (!asked.has(key)) continue
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
