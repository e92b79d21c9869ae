/** Tells whether a helper that a run wrote is called by migrations of other runs. */

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isHelper } from '../../our-names'

/**
 * @param file absolute, written by the run
 * @param files absolute: all that the run wrote; their folders are looked through
 */
export function isNeeded(file: string, files: string[]): boolean {
  if (!isHelper(file)) return false
  const stem = path.basename(file).replace(/\.\w+$/, '')
  const folders = new Set(files.filter((one) => !isHelper(one)).map((one) => path.dirname(one)))
  const others = [...folders].flatMap(codeIn).filter((one) => !files.includes(one))
  return others.some((one) => readFileSync(one, 'utf8').includes(`/${stem}`))
}

const codeIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name) && !isHelper(entry.name))
      .map(({ name }) => path.join(folder, name))
  } catch {
    return []
  }
}
