/** What the program understands: commands, options, their help. */

import { UserError } from '../errors'
import { packageVersion } from '../io/project'
import { nearest } from '../nearest'
import {
  ADVISING,
  ALL,
  CHECK,
  CONNECTING,
  JUDGING,
  LOOKING,
  PATHS,
  PROVING,
  REPAIRING,
  TAKING_BACK,
  TEXT,
  YES,
} from './command-options'
import { plainCheck } from './plain-check'
import type { Given } from './settings'

export type CommandLine =
  | { command: 'run' | 'check' | 'verify' | 'deploy' | 'rollback' | 'doctor'; given: Given }
  | { command: 'why'; model: string; given: Given }
  /** No error, or '-': it is on standard input. */
  | { command: 'diagnose'; error?: string; given: Given }
  /** Help or the version: to be printed as it is. */
  | { text: string }

/** @throws UserError for what is not understood */
export function parseCommandLine(args: string[]): CommandLine {
  const given = plainCheck(args)
  return given ? { command: 'check', given } : parseWhole(args)
}

/** @throws UserError for what is not understood */
export function parseWhole(args: string[]): CommandLine {
  const yargs = require('yargs/yargs') as typeof import('yargs')
  let parsed: CommandLine = { text: '' }
  type Plain = Exclude<Extract<CommandLine, { given: Given }>['command'], 'why'>
  const take = (command: Plain) => (given: object) => void (parsed = { command, given })
  yargs()
    .scriptName('deletedat-codemod')
    .parserConfiguration({
      'boolean-negation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .command(
      '$0 [paths..]',
      'Finds paranoid models whose table has no column for it, and repairs them',
      (command) =>
        command
          .positional('paths', PATHS)
          .options(LOOKING)
          .options(ADVISING)
          .options(REPAIRING)
          .options(JUDGING)
          .options(CONNECTING),
      take('run'),
    )
    .command(
      'check [paths..]',
      'Finds them, writes nothing, and exits with 1 if there are any',
      (command) => command.positional('paths', PATHS).options(CHECK),
      take('check'),
    )
    .command(
      'why <model> [paths..]',
      'Tells every rule that makes a model need its column, each with its place',
      (command) =>
        command
          .positional('model', { type: 'string', demandOption: true })
          .positional('paths', PATHS)
          .options(LOOKING)
          .options(JUDGING)
          .options(CONNECTING),
      (given) => void (parsed = { command: 'why', model: given.model, given }),
    )
    .command(
      'verify [paths..]',
      "Looks whether the real database has the columns, and calls the project's own models",
      (command) => command.positional('paths', PATHS).options(LOOKING).options(CONNECTING).options(PROVING),
      take('verify'),
    )
    .command(
      'deploy [paths..]',
      'Runs the migrations of this tool that wait, and no others, then verifies',
      (command) =>
        command.positional('paths', PATHS).options(LOOKING).options(CONNECTING).options(PROVING).options(YES),
      take('deploy'),
    )
    .command(
      'rollback [paths..]',
      'Takes back what the last run of this tool wrote: files, and columns in the database',
      (command) =>
        command
          .positional('paths', PATHS)
          .options(LOOKING)
          .options(CONNECTING)
          .options(TAKING_BACK)
          .options(YES),
      take('rollback'),
    )
    .command(
      'doctor [paths..]',
      'Looks for traps in config, versions, migrations and database, and shows all three side by side',
      (command) => command.positional('paths', PATHS).options(LOOKING).options(CONNECTING),
      take('doctor'),
    )
    .command(
      'diagnose [text] [paths..]',
      'Tells what an error comes from: the model, its place, the cause, and the command that repairs it',
      (command) => command.positional('text', TEXT).positional('paths', PATHS).options(LOOKING),
      (given) => void (parsed = { command: 'diagnose', error: given.text, given }),
    )
    .epilogue(
      'Exit code: 0 nothing is left to do, 1 findings are left, 2 some of the work could not be done.',
    )
    .version(packageVersion())
    .alias({ help: 'h', version: 'v' })
    .locale('en')
    .wrap(100)
    .strict()
    .exitProcess(false)
    .fail((message, error) => {
      throw error && error.name !== 'YError' ? error : misunderstood(error?.message ?? message)
    })
    .parse(args, {}, (_error, _argv, output) => {
      if (output) parsed = { text: `${output}\n` }
    })
  return parsed
}

/** yargs' sentences in our voice, with the way out. */
function misunderstood(message: string): UserError {
  const help = 'deletedat-codemod --help lists all options.'
  const [, option, given, choices] = /Argument: ([\w-]+), Given: (.+), Choices: (.+)/.exec(message) ?? []
  if (option) return new UserError(`--${option} cannot be ${given}.`, `Choose one of ${choices}.`)
  const [, unknown] = /^Unknown arguments?: ([^\s,]+)/.exec(message) ?? []
  const [, bare] = /^Not enough arguments following: (\S+)$/.exec(message) ?? []
  if (bare) return new UserError(`--${bare} has no value.`, `Write it behind: --${bare} VALUE. ${help}`)
  if (/^Not enough non-option arguments/.test(message))
    return new UserError('why needs the name of a model.', 'Name it: deletedat-codemod why Session.')
  if (!unknown) return new UserError(`${message.replace(/\s+/g, ' ').trim()}.`, help)
  if (unknown in REPAIRING) {
    const todo = 'It belongs to the default command: deletedat-codemod [paths..].'
    return new UserError(`This command does not write, so there is no --${unknown}.`, todo)
  }
  if (unknown in ADVISING)
    return new UserError(
      `This command gives no advice, so there is no --${unknown}.`,
      'check --advice gives it.',
    )
  const near = nearest(unknown, Object.keys(ALL))
  if (unknown in ALL)
    return new UserError(
      `This command has no option --${unknown}.`,
      `See its own: deletedat-codemod COMMAND --help.`,
    )
  const dashes = unknown.length > 1 ? '--' : '-'
  return new UserError(
    `There is no option ${dashes}${unknown}.`,
    near ? `Did you mean --${near}? ${help}` : help,
  )
}
