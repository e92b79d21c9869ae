/** Builds the manifest of a run, before the run writes anything. */

import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { hashOf, type Manifest } from './record'
import type { Tasks } from './tasks'

export function manifestOf(
  { creations, rewrites }: Tasks,
  { cwd, command, now }: { cwd: string; command: string; now: Date },
): Manifest {
  const shown = (file: string) => path.relative(cwd, file).split(path.sep).join('/')
  const missing = creations.flatMap(({ file }) => missingAbove(path.dirname(file)))
  const folders = [...new Set(missing)].sort((one, other) => other.length - one.length).map(shown)
  return {
    version: 1,
    id: randomBytes(4).toString('hex'),
    command,
    at: now.toISOString(),
    files: [
      ...creations.map(({ file, after }) => ({
        kind: 'migration' as const,
        file: shown(file),
        before: null,
        after: hashOf(after),
      })),
      ...rewrites.map(({ file, before, after }) => ({
        kind: 'rewrite' as const,
        file: shown(file),
        backup: shown(freeBackup(file)),
        before: hashOf(before),
        after: hashOf(after),
      })),
    ],
    ...(folders.length && { folders }),
  }
}

const missingAbove = (folder: string): string[] =>
  existsSync(folder) ? [] : [folder, ...missingAbove(path.dirname(folder))]

/** `<file>.backup`, or `.backup.1`, `.backup.2` if that exists: an older backup is never overwritten. */
function freeBackup(file: string): string {
  for (let number = 0; ; number++) {
    const backup = `${file}.backup${number ? `.${number}` : ''}`
    if (!existsSync(backup)) return backup
  }
}
