/** Parses the command line with yargs, by the lists of commands and options. */

import type { Options } from 'yargs'
import yargs from 'yargs/yargs'
import { packageVersion } from '../io/project'
import { COMMANDS, type Command, optionsOf } from './command-list'
import type { Option } from './command-options'
import { checkOptions, noModel, type Parsed } from './misunderstood'
import type { ParsedOptions } from './settings'

/** A line that is performed, and is no help and no `merge`. */
export type Performed = Exclude<CommandLine, { text: string } | { command: 'merge' }>

export type CommandLine =
  | { command: Exclude<Command['name'], 'why' | 'diagnose' | 'merge'>; given: ParsedOptions }
  | { command: 'merge'; given: ParsedOptions }
  | { command: 'why'; model: string; given: ParsedOptions }
  /** If `error` is missing or '-', it is read from standard input. */
  | { command: 'diagnose'; error?: string; given: ParsedOptions }
  /** The help or the version, printed as it is. */
  | { text: string }

const NAME = 'deletedat-codemod'
const WIDTH = 80
const COMPLETION = 'completion'

/** Matches whatever may ask yargs for the help or the version: `--help`, `-h`, also among other letters, and the bare word. */
const ASKS = /^(?:--[hv]|-[^-]*[hv]|help$)/

/** What the help of every command has besides its options. */
const ALWAYS_SHOWN = ['help', 'version', 'paths', 'model', 'text']

const EPILOGUE = `Exit code: 0 nothing is left to do, 1 findings are left, 2 some of the work could not be done.

A command tells its own options: ${NAME} check --help`

/** @throws UserError if the line has an unknown option, a wrong value, or no model for `why` */
export function parseCommandLine(args: string[], width = WIDTH): CommandLine {
  let line: CommandLine = { text: '' }
  const completes = args[0] === '--get-yargs-completions'
  const asks = args.some((one) => ASKS.test(one))
  const parser = yargs()
    .scriptName(NAME)
    .parserConfiguration({
      'boolean-negation': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'populate--': true,
    })
    .version(asks ? packageVersion() : '')
    .alias({ help: 'h', version: 'v' })
    .locale('en')
    .wrap(Math.min(width, WIDTH))
    .exitProcess(false)
    // yargs refuses only a `why` without its model. `checkGiven` checks everything else.
    .fail((_message, error) => {
      throw error && error.name !== 'YError' ? error : noModel()
    })
  if (asks) parser.epilogue(EPILOGUE)
  // The default command would take the word for a path.
  for (const command of args[0] === COMPLETION ? COMMANDS.slice(1) : COMMANDS)
    parser.command(
      shape(command),
      command.does,
      (own) => {
        positionals(command, own)
        for (const { title, options } of command.groups) {
          for (const [name, option] of Object.entries(options)) own.option(name, forYargs(option, completes))
          if (asks) own.group(Object.keys(options), title)
        }
        if (asks) for (const [typed, does] of command.examples) own.example(`${NAME} ${typed}`, does)
        // yargs makes the text of the help after every command, of what is not hidden.
        else if (!completes)
          for (const name of [...optionsOf(command).keys(), ...ALWAYS_SHOWN]) own.hide(name)
        return own
      },
      (given) => {
        line = lineOf(command, given)
      },
    )
  // Elsewhere a folder of this name is a path like any other.
  if (completes || args[0] === COMPLETION || asks)
    parser.completion(COMPLETION, 'Prints a script by which bash or zsh completes commands and options')
  parser.parse(args, {}, (_error, _argv, output) => {
    if (output) line = { text: `${completes ? output.replace(/^\$0\n/m, '') : output}\n` }
  })
  return line
}

const shape = (command: Command): string =>
  [
    command === COMMANDS[0] ? '$0' : command.name,
    command.first === 'model' ? '<model>' : command.first && `[${command.first}]`,
    '[paths..]',
  ]
    .filter(Boolean)
    .join(' ')

function positionals({ first, paths }: Command, own: import('yargs').Argv): void {
  if (first === 'model') own.positional('model', { type: 'string', describe: 'Name of a model' })
  if (first === 'text')
    own.positional('text', {
      type: 'string',
      describe: 'Error, stack trace or log, in quotes; - or nothing reads standard input',
    })
  own.positional('paths', {
    type: 'string',
    array: true,
    describe: paths ?? 'Model files or folders; behind -- also such as begin with a dash',
    ...(paths === undefined && { defaultDescription: 'the working directory' }),
  })
}

/** @param completes the values of an option are listed by `checkGiven` else */
function forYargs({ takes, does, letter, choices, default: usual }: Option, completes: boolean): Options {
  return {
    type: takes === 'nothing' ? 'boolean' : 'string',
    ...(takes === 'values' && { array: true }),
    ...(takes === 'value' && { coerce: last }),
    ...(letter && { alias: letter }),
    ...(completes && choices && { choices: choices() }),
    ...(usual !== undefined && { defaultDescription: usual }),
    describe: choices ? `${does}: ${choices().join(', ')}` : does,
  }
}

/** If an option is given twice, the last value holds. */
const last = (given: string | string[]): string => (Array.isArray(given) ? (given.at(-1) ?? '') : given)

function lineOf(command: Command, parsed: Parsed): CommandLine {
  checkOptions(command, parsed, optionsOf(command))
  const given: ParsedOptions = { ...parsed, paths: [...(parsed.paths ?? []), ...(parsed['--'] ?? [])] }
  if (command.name === 'why') return { command: 'why', model: parsed.model ?? '', given }
  if (command.name === 'diagnose') return { command: 'diagnose', error: parsed.text, given }
  return { command: command.name, given }
}
