/** Refuses to write if a given path does not exist: it may be a mistyped command, or only part of the work is done. */

import path from 'node:path'
import { UserError } from '../errors'
import { toolCommand } from '../io/project'
import { isThere } from '../io/reading'
import { nearest } from '../nearest'
import { COMMAND_NAMES } from '../our-names'
import type { Scan, Settings } from '../types'

/** @throws UserError that suggests what was probably meant */
export function checkPaths({ paths, cwd }: Pick<Settings, 'paths' | 'cwd'>, { findings }: Scan): void {
  const missing = findings.find(
    ({ rule, origin }) =>
      rule === 'unreadable' &&
      paths.some((one) => path.resolve(cwd, one) === origin.file) &&
      !isThere(origin.file),
  )
  if (!missing) return
  const isFirst = path.resolve(cwd, paths[0] ?? '') === missing.origin.file
  const command = isFirst ? nearest(paths[0] ?? '', [...COMMAND_NAMES]) : undefined
  if (command)
    throw new UserError(
      `There is no path ${paths[0]}, and no such command. Nothing was written.`,
      `Did you mean ${[toolCommand(cwd), command, ...paths.slice(1)].join(' ')}?`,
    )
  throw new UserError(`${missing.message} Nothing was written.`, missing.hint)
}
