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

/** Returns undefined if package.json does not exist or cannot be read. */
export function manifestIn(folder: string, read: ReadText = textOfRegular): Manifest | undefined {
  try {
    const manifest = JSON.parse((read(within(folder, 'package.json')) ?? '').replace(/^\ufeff/, ''))
    return manifest && typeof manifest === 'object' ? manifest : undefined
  } catch {
    return undefined
  }
}

/** The installed package, searched from this folder upward, with its package.json. */
export function installed(cwd: string, name: string): { folder: string; manifest: Manifest } | undefined {
  for (const above of upward(cwd)) {
    const folder = path.join(above, 'node_modules', name)
    const manifest = manifestIn(folder)
    if (manifest) return { folder, manifest }
  }
  return undefined
}
