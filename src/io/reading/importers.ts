/** Which files of the project name another one in a text, as an import of it must. */

import path from 'node:path'
import type { Reader } from './reader'

/** The last part of each path that is written in quotes. */
const NAMED = /['"`/]([^'"`/\s]{1,100})['"`]/g

const withoutExtension = (name: string): string => name.replace(/\.\w+$/, '')

/**
 * A file named index goes by its folder's name. More may be told than truly import it, never less,
 * but for names that are put together at run time.
 * @param files the project's source files; each is read once, when the first answer is asked for
 */
export function importersIn(files: () => string[], reader: Reader): (file: string) => string[] {
  let index: Map<string, Set<string>> | undefined
  const asked = new Set<string>()
  return (file) => {
    const word = wordOf(file)
    if (!index || !asked.has(word)) {
      // Names of files that are no part of the project are rare, and looked up by themselves.
      for (const one of [file, ...files()]) asked.add(wordOf(one))
      index = namesIn(files(), asked, reader)
    }
    return [...(index.get(word) ?? [])].filter((one) => one !== file)
  }
}

/** A file named index is asked for by its folder. */
function wordOf(file: string): string {
  const stem = withoutExtension(path.basename(file))
  return stem === 'index' ? path.basename(path.dirname(file)) : stem
}

/** Every name that is asked for -> the files that write it, with or without an extension. */
function namesIn(files: string[], asked: Set<string>, reader: Reader): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>()
  for (const file of files) {
    for (const [, name] of (reader.read(file) ?? '').matchAll(NAMED)) {
      for (const key of name!.includes('.') ? [name!, withoutExtension(name!)] : [name!]) {
        if (!asked.has(key)) continue
        const known = index.get(key)
        if (known) known.add(file)
        else index.set(key, new Set([file]))
      }
    }
  }
  return index
}
