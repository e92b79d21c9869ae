/** Folders above a folder, and the package.json files in them. */

import { existsSync } from 'node:fs'
import path from 'node:path'
import { within } from './bounds'
import { textOfRegular } from './regular'

/** The folder itself first, the root of the disk last. */
export function upward(folder: string): string[] {
  const parent = path.dirname(folder)
  return parent === folder ? [folder] : [folder, ...upward(parent)]
}

/** The same, but not beyond the repository that the folder lies in: what is above it belongs to somebody else. */
export function withinRepository(folder: string): string[] {
  const folders = upward(folder)
  const root = folders.findIndex((one) => existsSync(within(one, '.git')))
  return root < 0 ? folders : folders.slice(0, root + 1)
}

export interface Manifest {
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

/** undefined when there is none, or none that can be read. */
export function manifestIn(folder: string): Manifest | undefined {
  try {
    const manifest = JSON.parse((textOfRegular(within(folder, 'package.json')) ?? '').replace(/^\ufeff/, ''))
    return manifest && typeof manifest === 'object' ? manifest : undefined
  } catch {
    return undefined
  }
}

/** The nearest folder above that has the package installed, and what its package.json says. */
export function installed(cwd: string, name: string): { folder: string; manifest: Manifest } | undefined {
  for (const above of upward(cwd)) {
    const folder = path.join(above, 'node_modules', name)
    const manifest = manifestIn(folder)
    if (manifest) return { folder, manifest }
  }
  return undefined
}
