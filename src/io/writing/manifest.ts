/**
 * The record of a run: what was written, with hashes before and after, so that `rollback` restores only files that are
 * still as the run left them.
 *
 * It lies in `.deletedat-codemod/` beside package.json, one file a run: `node_modules/.cache` would not survive the
 * next `npm ci`, and a record that later runs overwrite could not take back the earlier ones. The folder ignores itself
 * in git, for backups and records are one person's, not the project's.
 */

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
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

/** A record, and the file it lies in. */
export interface Recorded {
  record: string
  manifest: Manifest
}

/** The runs that are not taken back yet, the last one first. One that cannot be read is none. */
export function recordedRuns(root: string): Recorded[] {
  const folder = path.join(root, FOLDER)
  if (!existsSync(folder)) return []
  const runs = readdirSync(folder).flatMap((name) => {
    const [, stamp, number = '0'] = /^run-(\d+)(?:-(\d+))?\.json$/.exec(name) ?? []
    return stamp ? [{ name, stamp, number: Number(number) }] : []
  })
  return runs
    .sort((one, other) => other.stamp.localeCompare(one.stamp) || other.number - one.number)
    .flatMap(({ name }) => readRecord(path.join(folder, name)) ?? [])
}

function readRecord(record: string): Recorded | undefined {
  try {
    const manifest = JSON.parse(readFileSync(record, 'utf8')) as Manifest
    return Array.isArray(manifest.files) ? { record, manifest } : undefined
  } catch {
    return undefined
  }
}

/** run-20250530120000.json */
function freeName(folder: string, at: string): string {
  const stamp = at.replace(/\D/g, '').slice(0, 14)
  for (let number = 0; ; number++) {
    const file = path.join(folder, `run-${stamp}${number ? `-${number}` : ''}.json`)
    if (!existsSync(file)) return file
  }
}
