/** Tells what the config names and is there no longer. */

import path from 'node:path'
import { idlePatterns } from '../io/reading'
import type { Scanned } from '../scan'
import type { Origin, Settings } from '../types'

export function staleConfig({ parts }: Scanned, settings: Settings): string[] {
  const { cwd, ignore, noIgnore, fromConfig = {}, databases = [], paths } = settings
  const shown = (file: string) => path.relative(cwd, file).split(path.sep).join('/') || '.'
  const place = ({ file, line }: Origin) => `${shown(file)}:${line}`
  const idle = fromConfig.ignore ? idlePatterns(cwd, ignore, noIgnore) : []
  const isWhole = paths.includes('.')
  const empty = databases.filter(
    ({ root }) =>
      isWhole && !parts.some(({ reading: { database } }) => database.root === root && database.files.length),
  )
  return [
    ...idle.flatMap((pattern) =>
      fromConfig.ignore
        ? [`${place(fromConfig.ignore)} "ignore" names "${pattern}", which leaves nothing out. Delete it.`]
        : [],
    ),
    ...empty.flatMap(({ root }) =>
      fromConfig.databases
        ? [
            `${place(fromConfig.databases)} "databases" names "${shown(root)}", where no source file was read. Delete it.`,
          ]
        : [],
    ),
  ]
}
