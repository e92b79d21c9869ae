/** Tells which patterns of --ignore leave nothing out. */

import path from 'node:path'
import ignore from 'ignore'
import { discoverFiles } from './files'

/** @returns the patterns that match no source file which would be read without them */
export function idlePatterns(cwd: string, patterns: string[], noIgnore: boolean): string[] {
  const { files } = discoverFiles(['.'], { cwd, ignore: [], noIgnore })
  const names = files.map((file) => path.relative(cwd, file).split(path.sep).join('/'))
  return patterns.filter((pattern) => {
    // What takes something back in has no meaning by itself.
    if (pattern.startsWith('!') || pattern.startsWith('#')) return false
    const rules = ignore().add(pattern)
    return !names.some((name) => rules.ignores(name))
  })
}
