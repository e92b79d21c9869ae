/** What is written down of a run: what it writes, with hashes before and after, so that it can be finished or taken back. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf } from '../../errors'
import { beside, isFolder } from './anchor'

export interface Manifest {
  version: 1
  /** Part of the names of files that lie beside their place. */
  id?: string
  command: string
  /** ISO 8601, UTC. */
  at: string
  files: ManifestEntry[]
  /** Folders that were made, the innermost first. */
  folders?: string[]
}

export interface ManifestEntry {
  kind: 'migration' | 'rewrite'
  /** Relative to the record's project, forward slashes; so is `backup`. */
  file: string
  backup?: string
  /** SHA-256 in hex; null where there was no file. */
  before: string | null
  after: string
}

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Absolute. */
export interface Step {
  kind: ManifestEntry['kind']
  file: string
  backup?: string
  before: string | null
  after: string
  /** Where the new bytes lie until they are put in place; in the folder of the file. */
  aside: string
}

/** @param root real */
export const stepsOf = (root: string, { id = 'old', files }: Manifest): Step[] =>
  files.map(({ file, backup, ...rest }, index) => ({
    ...rest,
    file: path.resolve(root, file),
    ...(backup !== undefined && { backup: path.resolve(root, backup) }),
    aside: path.join(path.dirname(path.resolve(root, file)), `.deletedat-${id}-${index}.tmp`),
  }))

/** What a file holds now, by its hash; undefined where there is none. @throws what the disk says */
export function hashIn(root: string, file: string): string | undefined {
  if (!isFolder(path.dirname(file))) return undefined
  return beside(root, file, ({ at }, name) => hashAt(at(name)))
}

/** What a disk says of a file that is not there, and of one that cannot be. */
const NONE = new Set(['ENOENT', 'ENAMETOOLONG', 'ENOTDIR'])

export function hashAt(file: string): string | undefined {
  try {
    return hashOf(readFileSync(file))
  } catch (error) {
    if (NONE.has(codeOf(error))) return undefined
    throw error
  }
}

/** A record may have been written by anybody. */
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
