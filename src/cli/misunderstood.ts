/** Checks the parsed command line, and explains unknown options and wrong values. */

import { UserError } from '../errors'
import { nearest } from '../nearest'
import { COMMANDS, type Command, optionsOf } from './command-list'
import { ADVISING, type Option, REPAIRING } from './command-options'
import type { ParsedOptions } from './settings'

/** The arguments and options as yargs parses them. */
export interface Parsed extends ParsedOptions {
  [option: string]: unknown
  model?: string
  text?: string
  '--'?: string[]
}

const HELP = 'deletedat-codemod --help lists all options.'

/** The keys that yargs adds to the options, and the names of positional arguments. */
const ALWAYS = ['_', '$0', '--', 'help', 'h', 'version', 'v', 'paths', 'model', 'text']

/** @throws UserError if the command does not have an option, or the option does not accept the value */
export function checkOptions(command: Command, given: Parsed, options: Map<string, Option>): void {
  const known = new Set([...ALWAYS, ...[...options].flatMap(([name, one]) => spellings(name, one))])
  const unknown = Object.keys(given).find((name) => !known.has(name))
  if (unknown !== undefined) throw noOption(unknown, command)
  for (const [name, option] of options) checkValue(name, option, given[name])
}

const spellings = (name: string, { letter }: Option): string[] => [
  name,
  name.replace(/-(\w)/g, (_, first: string) => first.toUpperCase()),
  ...(letter ? [letter] : []),
]

function checkValue(name: string, { takes, choices }: Option, value: unknown): void {
  if (value === undefined || takes === 'nothing') return
  if (value === '' || (Array.isArray(value) && (!value.length || value.includes(''))))
    throw new UserError(`--${name} has no value.`, `Write it behind: --${name} VALUE. ${HELP}`)
  const among = choices?.()
  if (among && !among.includes(String(value)))
    throw new UserError(`--${name} cannot be "${value}".`, `Choose one of ${among.join(', ')}.`)
}

function noOption(name: string, command: Command): UserError {
  if (name in REPAIRING.options)
    return new UserError(
      `This command does not write, so there is no --${name}.`,
      'It belongs to the default command: deletedat-codemod [paths..].',
    )
  if (name in ADVISING.options)
    return new UserError(
      `This command gives no advice, so there is no --${name}.`,
      'check --advice gives it.',
    )
  const all = COMMANDS.flatMap((one) => [...optionsOf(one).keys()])
  if (all.includes(name)) {
    const own = command === COMMANDS[0] ? '' : `${command.name} `
    return new UserError(
      `This command has no option --${name}.`,
      `See its own: deletedat-codemod ${own}--help.`,
    )
  }
  const near = nearest(name, all)
  return new UserError(
    `There is no option ${name.length > 1 ? '--' : '-'}${name}.`,
    near ? `Did you mean --${near}? ${HELP}` : HELP,
  )
}

export const noModel = (): UserError =>
  new UserError('why needs the name of a model.', 'Name it: deletedat-codemod why Session.')
