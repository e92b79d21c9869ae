/** The manifest of a run: its files with hashes before and after, so that the run can be finished or taken back. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf } from '../../errors'
import { beside, isFolder } from './anchor'

export interface Manifest {
  version: 1
  /** Part of the names of temporary files. */
  id?: string
  command: string
  /** ISO 8601, UTC. */
  at: string
  files: ManifestEntry[]
  /** Folders that the run created, innermost first. */
  folders?: string[]
}

export interface ManifestEntry {
  kind: 'migration' | 'rewrite'
  /** Relative to the project of the record, with forward slashes; so is `backup`. */
  file: string
  backup?: string
  /** SHA-256 in hex; null if the file did not exist. */
  before: string | null
  after: string
}

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** A manifest entry with absolute paths. */
export interface Step {
  kind: ManifestEntry['kind']
  file: string
  backup?: string
  before: string | null
  after: string
  /** Temporary file with the new bytes, in the folder of the file. */
  aside: string
}

/** @param root real path */
export const stepsOf = (root: string, { id = 'old', files }: Manifest): Step[] =>
  files.map(({ file, backup, ...rest }, index) => ({
    ...rest,
    file: path.resolve(root, file),
    ...(backup !== undefined && { backup: path.resolve(root, backup) }),
    aside: path.join(path.dirname(path.resolve(root, file)), `.deletedat-${id}-${index}.tmp`),
  }))

/** The hash of a file's current content; undefined if it does not exist. @throws errors of the disk */
export function hashIn(root: string, file: string): string | undefined {
  if (!isFolder(path.dirname(file))) return undefined
  return beside(root, file, ({ at }, name) => hashAt(at(name)))
}

/** Error codes of a file that does not or cannot exist. */
const NONE = new Set(['ENOENT', 'ENAMETOOLONG', 'ENOTDIR'])

export function hashAt(file: string): string | undefined {
  try {
    return hashOf(readFileSync(file))
  } catch (error) {
    if (NONE.has(codeOf(error))) return undefined
    throw error
  }
}

/** Validates the manifest: anybody may have written the record. */
export function manifestIn(text: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(text) as Manifest
    return isManifest(manifest) ? manifest : undefined
  } catch {
    return undefined
  }
}

function isManifest(given: Partial<Manifest> | null): boolean {
  if (!given || !Array.isArray(given.files) || typeof given.at !== 'string') return false
  if (given.id !== undefined && !/^\w{1,32}$/.test(given.id)) return false
  if (given.folders !== undefined && !given.folders.every((one) => typeof one === 'string')) return false
  return given.files.every(
    ({ kind, file, backup, before, after }) =>
      (kind === 'migration' ? before === null : typeof before === 'string' && typeof backup === 'string') &&
      typeof file === 'string' &&
      typeof after === 'string',
  )
}
