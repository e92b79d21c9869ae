/** A command that connects does its work for one database after the other, each with a connection of its own. */

import path from 'node:path'
import { databasesOf } from '../scan'
import type { Settings } from '../types'

/**
 * Where the tree holds several databases that have a project each, the settings for each of them, as if the command was
 * started there. undefined: there is one, or what is asked for is of one: a connection, a report for a program.
 */
export function eachDatabase(settings: Settings): { name: string; settings: Settings }[] | undefined {
  const { connecting, migrations, format, outputFiles = [], cwd } = settings
  const isOfOne = connecting.url ?? connecting.config ?? connecting.sequelize ?? migrations[0]
  const isForPeople = (format === 'terminal' || format === 'compact') && !outputFiles.length
  if (isOfOne !== undefined || !isForPeople) return undefined
  const databases = databasesOf(settings).filter(({ isRest }) => !isRest)
  const roots = new Set(databases.map(({ root }) => root))
  if (databases.length < 2 || roots.size < databases.length) return undefined
  return databases.flatMap(({ name, root }) => {
    const paths = pathsIn(root, settings)
    return paths.length
      ? [{ name: name === '.' ? path.basename(cwd) : name, settings: { ...settings, cwd: root, paths } }]
      : []
  })
}

/** Of the paths that were named, those below its root, as they are written from there. */
function pathsIn(root: string, { cwd, paths }: Settings): string[] {
  const its = paths.flatMap((one) => {
    const from = path.relative(root, path.resolve(cwd, one))
    if (from === '' || /^(?:\.\.[\\/]?)+$/.test(from)) return ['.']
    return from.startsWith('..') || path.isAbsolute(from) ? [] : [from]
  })
  return its.includes('.') ? ['.'] : its
}
