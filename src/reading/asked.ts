/** Splits what a scan is asked for: folders whose models are all judged, and files that count as changed. */

import path from 'node:path'
import { discoverFiles, disk, type Problem } from '../io/reading'
import type { ScanSettings } from '../types'

export interface Asked {
  /** Absolute: model files that are judged whatever has changed. */
  whole: string[]
  /** Absolute. Left out if everything is judged. */
  changed?: Set<string>
  /** The text of a changed file before the change, if it is known. */
  before(file: string): string | undefined
  /** Absolute: files that the user named. */
  named: string[]
  /** Absolute: the files in which a touched model may be; left out if it may be in any file of the project. */
  within?: string[]
  problems: Problem[]
}

/** Files in which no model is defined. */
const NO_CODE = /\.(?:sql|json[c5]?|ya?ml|lock)$|[\\/]\.\w+$/i

export function askedFor(settings: ScanSettings): Asked {
  const { cwd, paths, changes, source = disk } = settings
  const isFile = (given: string) => source.kind(path.resolve(cwd, given)) === 'file'
  const given = paths.filter(isFile)
  const folders = paths.filter((one) => !isFile(one))
  const { files: named, problems } = discoverFiles(given, settings)
  const found = discoverFiles(folders.length || !changes ? folders : ['.'], settings)
  const told = {
    before: (file: string) => changes?.before(file),
    named: named.filter((file) => !NO_CODE.test(file)),
    problems: [...problems, ...found.problems],
  }
  if (!changes && !named.length) return { whole: found.files, ...told }
  const changed = new Set([...named, ...(changes?.files ?? [])])
  return changes
    ? { whole: [], changed, within: found.files, ...told }
    : { whole: found.files, changed, ...told }
}
