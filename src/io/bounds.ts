/** Which files may be read: the project's, installed packages', and workspace packages that node_modules links to. */

import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'

export interface Bounds {
  inside(file: string): boolean
  /** The real place of a file that a package name led to, from now on inside; undefined when it lies outside. */
  admit(file: string): string | undefined
}

/** @param root the project's root; without it nothing is outside */
export function createBounds(root?: string): Bounds {
  const folders = new Set(root ? [path.resolve(root), realpathSync(root)] : [])
  const inside = (file: string): boolean =>
    !root || isInstalled(file) || [...folders].some((folder) => isBelow(folder, file))
  const admit = (file: string): string | undefined => {
    if (!isInstalled(file)) return inside(file) ? file : undefined
    const real = realpathSync(file)
    if (!inside(real)) folders.add(packageFolder(real))
    return real
  }
  return { inside, admit }
}

export const isBelow = (folder: string, file: string): boolean => {
  const relative = path.relative(folder, file)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}

const isInstalled = (file: string): boolean => file.includes(`${path.sep}node_modules${path.sep}`)

function packageFolder(file: string): string {
  const folder = path.dirname(file)
  const isTop = existsSync(path.join(folder, 'package.json')) || path.dirname(folder) === folder
  return isTop ? folder : packageFolder(folder)
}
