/** Which files of the project name another one in a text, as an import of it must. */

import path from 'node:path'
import type { Reader } from './reader'

/**
 * A file named index goes by its folder's name. More may be told than truly import it, never less,
 * but for names that are put together at run time.
 * @param files the project's source files
 */
export function importersIn(files: () => string[], reader: Reader): (file: string) => string[] {
  return (file) => {
    const stem = path.basename(file).replace(/\.\w+$/, '')
    const word = stem === 'index' ? path.basename(path.dirname(file)) : stem
    const named = new RegExp(`['"\`/]${word.replace(/[^\w]/g, '\\$&')}(\\.\\w+)?['"\`]`)
    return files().filter((one) => one !== file && named.test(reader.read(one) ?? ''))
  }
}
