/**
 * The record of a run: what was written, with hashes before and after, so that `rollback` restores only files that are
 * still as the run left them.
 *
 * It lies in `.deletedat-codemod/` beside package.json, one file a run: `node_modules/.cache` would not survive the
 * next `npm ci`, and a record that later runs overwrite could not take back the earlier ones. The folder ignores itself
 * in git, for backups and records are one person's, not the project's.
 */

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { createFile, makeFolder, type Undo } from './write'

export interface Manifest {
  version: 1
  command: string
  /** ISO 8601, UTC. */
  at: string
  files: ManifestEntry[]
}

export interface ManifestEntry {
  kind: 'migration' | 'rewrite'
  /** Relative to the manifest's project, forward slashes; so is `backup`. */
  file: string
  backup?: string
  /** SHA-256 in hex; null where there was no file. */
  before: string | null
  after: string
}

export const FOLDER = '.deletedat-codemod'

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Writes the record; `done` collects the ways back as they arise. */
export function writeManifest(root: string, manifest: Manifest, done: Undo[]): void {
  const folder = path.join(root, FOLDER)
  done.push(makeFolder(folder))
  const ignore = path.join(folder, '.gitignore')
  if (!existsSync(ignore)) done.push(createFile(ignore, Buffer.from('*\n')))
  done.push(createFile(freeName(folder, manifest.at), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)))
}

/** run-20250530120000.json */
function freeName(folder: string, at: string): string {
  const stamp = at.replace(/\D/g, '').slice(0, 14)
  for (let number = 0; ; number++) {
    const file = path.join(folder, `run-${stamp}${number ? `-${number}` : ''}.json`)
    if (!existsSync(file)) return file
  }
}
