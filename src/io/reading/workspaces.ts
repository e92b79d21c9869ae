/** Finds packages of the same repository by name, so that an import resolves even if the package is not linked. */

import { statSync } from 'node:fs'
import path from 'node:path'
import { getPackagesSync, type Packages } from '@manypkg/get-packages'
import { isBelow } from './bounds'
import { packageName } from './resolve'

/** Returns undefined if the folder lies in no workspace of npm, pnpm, yarn, bun or lerna. */
function packagesAround(folder: string): Packages['packages'] | undefined {
  try {
    return getPackagesSync(folder).packages
  } catch {
    return undefined
  }
}

/** The folder of the package with this name or path; undefined if none lies below the working directory. */
export function workspaceFolder(name: string, cwd: string): string | undefined {
  const named = packagesAround(cwd)?.find(({ packageJson }) => packageJson.name === name)?.dir
  return [path.resolve(cwd, name), ...(named ? [named] : [])].find(
    (one) => isBelow(cwd, one) && isFolder(one),
  )
}

const isFolder = (folder: string): boolean =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true

/** Maps a bare specifier to the folder of its package, or a path inside it. The workspace is searched once. */
export function createWorkspaces(root: string): (specifier: string) => string | undefined {
  let folders: Map<string, string> | undefined
  return (specifier) => {
    folders ??= new Map((packagesAround(root) ?? []).map(({ packageJson, dir }) => [packageJson.name, dir]))
    const name = packageName(specifier)
    const folder = folders.get(name)
    return folder && path.join(folder, ...specifier.slice(name.length).split('/').filter(Boolean))
  }
}
