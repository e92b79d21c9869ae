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
  return (file) => {
    index ??= namesIn(files(), reader)
    const stem = withoutExtension(path.basename(file))
    const word = stem === 'index' ? path.basename(path.dirname(file)) : stem
    return [...(index.get(word) ?? [])].filter((one) => one !== file)
  }
}

/** Every name, with and without its extension -> the files that write it. */
function namesIn(files: string[], reader: Reader): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>()
  for (const file of files) {
    for (const [, name] of (reader.read(file) ?? '').matchAll(NAMED)) {
      for (const key of new Set([name!, withoutExtension(name!)])) {
        const known = index.get(key)
        if (known) known.add(file)
        else index.set(key, new Set([file]))
      }
    }
  }
  return index
}
