/** Lists the folders above a folder and reads the package.json files in them. */

import { existsSync } from 'node:fs'
import path from 'node:path'
import { within } from './bounds'
import { textOfRegular } from './regular'

/** All folders from this one up to the root of the disk. */
export function upward(folder: string): string[] {
  const parent = path.dirname(folder)
  return parent === folder ? [folder] : [folder, ...upward(parent)]
}

/** Like `upward`, but stops at the root of the repository: folders above it do not belong to the project. */
export function withinRepository(folder: string): string[] {
  const folders = upward(folder)
  const root = folders.findIndex((one) => existsSync(within(one, '.git')))
  return root < 0 ? folders : folders.slice(0, root + 1)
}

export interface Manifest {
  scripts?: Record<string, string>
  version?: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

export const everyDependency = (manifest: Manifest): Record<string, string> => ({
  ...manifest.peerDependencies,
  ...manifest.optionalDependencies,
  ...manifest.devDependencies,
  ...manifest.dependencies,
})

/** Returns the text of a file; undefined if it cannot be read. */
export type ReadText = (file: string) => string | undefined

/**
 * Returns undefined if package.json does not exist or is no object. Whatever stands in it, the fields of `Manifest` are of
 * their type: what is of another is left out.
 */
export function manifestIn(folder: string, read: ReadText = textOfRegular): Manifest | undefined {
  const manifest = jsonObject(read(within(folder, 'package.json')) ?? '')
  if (!manifest) return undefined
  const { version } = manifest
  return {
    ...manifest,
    version: typeof version === 'string' ? version : undefined,
    scripts: texts(manifest.scripts),
    dependencies: texts(manifest.dependencies),
    devDependencies: texts(manifest.devDependencies),
    peerDependencies: texts(manifest.peerDependencies),
    optionalDependencies: texts(manifest.optionalDependencies),
  }
}

/** The object that a JSON text is; undefined if it is anything else, or no JSON. */
export function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    return objectOf(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch {
    return undefined
  }
}

export const objectOf = (given: unknown): Record<string, unknown> | undefined =>
  typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given } : undefined

/** Keeps only the entries that are strings. */
const texts = (given: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(objectOf(given) ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )

/** The installed package, searched from this folder upward, with its package.json. */
export function installed(cwd: string, name: string): { folder: string; manifest: Manifest } | undefined {
  for (const above of upward(cwd)) {
    const folder = path.join(above, 'node_modules', name)
    const manifest = manifestIn(folder)
    if (manifest) return { folder, manifest }
  }
  return undefined
}
