/** Turns the options of a program into the settings of its command, by the same checks and defaults as the command line. */

import path from 'node:path'
import { type ParsedOptions, settingsFrom } from '../cli/settings'
import type { Handed } from '../commands/outcome'
import { UserError } from '../errors'
import { here } from '../io/project'
import { isFolder } from '../io/reading'
import type { Settings } from '../types'
import { checkOptions, FUNCTIONS, type FunctionName } from './checked'
import type { LookingOptions } from './options'

/** What any of the functions may be given. */
type ProgramOptions = Omit<ParsedOptions, 'wait' | 'expectStatus'> &
  LookingOptions & { wait?: number; expectStatus?: number }

/** A program has no terminal: nothing is printed and nobody is asked. */
const terminal = { input: false, output: false }

/** @throws UserError if an option is unknown or cannot be used */
export function settingsOf(name: FunctionName, options: ProgramOptions): Settings {
  checkOptions(name, options)
  const { cwd: given = '.', wait, expectStatus, ...shared } = options
  const { cwd: from, env } = here()
  const cwd = path.resolve(from, given)
  if (!isFolder(cwd)) throw new UserError(`There is no folder ${cwd}.`, 'Check the option cwd.')
  return settingsFrom(
    {
      ...shared,
      ...(wait !== undefined && { wait: String(wait) }),
      ...(expectStatus !== undefined && { expectStatus: String(expectStatus) }),
    },
    { cwd, env, terminal, command: FUNCTIONS[name] },
  )
}

export const handedOf = ({ onProgress }: Pick<LookingOptions, 'onProgress'>): Handed =>
  onProgress
    ? { progress: { step: (done, total, what) => onProgress(done, total, what), clear: () => undefined } }
    : {}
