/** Finds and reads JSON reports: files, folders with all `.json` below them, and patterns, which some shells leave as they are. */

import path from 'node:path'
import { globSync } from 'tinyglobby'
import { isFolder, isThere } from './near-path'
import { readText } from './text'

/** A file, relative to `cwd` with forward slashes, and its value; or why there is none. */
type ReportFile = { file: string } & ({ value: unknown } | { fault: string })

export function readReportFiles(paths: string[], cwd: string): ReportFile[] {
  const found = paths.flatMap((given) => {
    const whole = path.resolve(cwd, given)
    if (isFolder(whole)) return below('**/*.json', whole)
    if (isThere(whole)) return [whole]
    const some = below(given.replaceAll('\\', '/'), cwd)
    return some.length ? some : [whole]
  })
  return [...new Set(found)].map((file) => read(file, path.relative(cwd, file).split(path.sep).join('/')))
}

const below = (pattern: string, cwd: string): string[] =>
  globSync(pattern, { cwd, absolute: true, dot: true, expandDirectories: false })
    .map((one) => path.resolve(one))
    .sort()

function read(whole: string, file: string): ReportFile {
  const text = readText(whole)
  if (!('text' in text)) return { file, fault: text.problem }
  try {
    return { file, value: JSON.parse(text.text.replace(/^\ufeff/, '')) }
  } catch {
    return { file, fault: 'it is no JSON' }
  }
}
