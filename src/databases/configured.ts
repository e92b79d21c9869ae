/** The databases as the config of this tool names them, instead of those that are found. */

import path from 'node:path'
import type { DatabaseConfig, ModelDatabase } from '../types'

/**
 * @param cwd absolute: the working directory
 * @param files absolute: the model files below the given paths
 * @param packageAt returns the name of the package of a folder
 * @returns one for each that is asked for, and one for the files of none of them
 */
export function configuredDatabases(
  cwd: string,
  files: string[],
  asked: DatabaseConfig[],
  packageAt: (root: string) => string | undefined,
): ModelDatabase[] {
  const roots = asked.map(({ root }) => root)
  const ownerOf = (file: string) => owner(file, asked)
  const of = (one: DatabaseConfig | undefined) => files.filter((file) => ownerOf(file) === one)
  const rest = of(undefined)
  const all = asked.map((one): ModelDatabase => {
    const { root, migrations } = one
    const name = packageAt(root)
    return {
      name: path.relative(cwd, root).split(path.sep).join('/') || '.',
      root,
      ...(name !== undefined && { package: name }),
      files: of(one),
      shared: rest,
      others: roots.filter((other) => other !== root && !isBelow(root, other)),
      ...(migrations && { migrations }),
    }
  })
  if (!rest.length) return all
  return [...all, { name: '.', root: cwd, files: rest, shared: [], others: roots, isRest: true }]
}

/** The database whose models hold the file, the innermost where one lies in the other. */
function owner(file: string, asked: DatabaseConfig[]): DatabaseConfig | undefined {
  const length = (one: DatabaseConfig) =>
    Math.max(
      0,
      ...(one.models ?? [one.root]).filter((folder) => isBelow(file, folder)).map((folder) => folder.length),
    )
  return asked
    .filter((one) => length(one) > 0)
    .reduce<DatabaseConfig | undefined>(
      (best, one) => (best && length(best) >= length(one) ? best : one),
      undefined,
    )
}

const isBelow = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(folder + path.sep)
