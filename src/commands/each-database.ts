/** Splits the settings of a command that connects, so that it runs once per database, each with its own connection. */

import path from 'node:path'
import { entriesIn } from '../accepting'
import { databasesOf } from '../scan'
import type { Settings } from '../types'

/**
 * Returns the settings for each database of the tree, as if the command was started in its root. Returns undefined if
 * there is one database, if databases share a root, or if an option fits only one (connection, report for a program).
 */
export function eachDatabase(settings: Settings): { name: string; settings: Settings }[] | undefined {
  const { connecting, migrations, format, outputFiles = [], cwd, baseline, databases: named } = settings
  const isOfOne = connecting.url ?? connecting.config ?? connecting.sequelize ?? migrations[0]
  const isForPeople = (format === 'terminal' || format === 'compact') && !outputFiles.length
  if (isOfOne !== undefined || !isForPeople) return undefined
  const databases = databasesOf(settings).filter(({ isRest }) => !isRest)
  const roots = new Set(databases.map(({ root }) => root))
  if (databases.length < 2 || roots.size < databases.length) return undefined
  return databases.flatMap(({ name, root }) => {
    const paths = pathsIn(root, settings)
    return paths.length
      ? [
          {
            name: name === '.' ? path.basename(cwd) : name,
            settings: {
              ...settings,
              cwd: root,
              isOwnRoot: true,
              paths,
              ...(baseline && { baseline: entriesIn(baseline, name) }),
              ...(named && { databases: named.filter((one) => one.root === root) }),
            },
          },
        ]
      : []
  })
}

/** Returns the given paths that lie below the root, relative to it. */
function pathsIn(root: string, { cwd, paths }: Settings): string[] {
  const its = paths.flatMap((one) => {
    const from = path.relative(root, path.resolve(cwd, one))
    if (from === '' || /^(?:\.\.[\\/]?)+$/.test(from)) return ['.']
    return from.startsWith('..') || path.isAbsolute(from) ? [] : [from]
  })
  return its.includes('.') ? ['.'] : its
}
