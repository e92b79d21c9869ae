/** What the program understands: commands, options, their help. */

import { UserError } from './errors'
import { packageVersion } from './io/package-root'
import type { Given } from './io/settings'
import { nearest } from './nearest'
import { reporters } from './reporters'

export type CommandLine =
  | { command: 'run' | 'check' | 'verify' | 'deploy' | 'rollback' | 'doctor'; given: Given }
  | { command: 'why'; model: string; given: Given }
  /** Help or the version: to be printed as it is. */
  | { text: string }

const text = { type: 'string', requiresArg: true, coerce: last } as const
const texts = { type: 'string', requiresArg: true, array: true } as const
const flag = { type: 'boolean' } as const

/** Where to look; every command has these. */
const LOOKING = {
  migrations: { ...texts, describe: 'Folder of migrations; may be repeated. Found by itself where left out' },
  ignore: { ...texts, describe: 'Leaves out files, in the language of .gitignore; may be repeated' },
  'no-ignore': {
    ...flag,
    describe: 'Reads also what .gitignore names, node_modules, dist, build and coverage',
  },
  'sequelize-version': {
    ...text,
    describe: 'Goes by the rules of this version instead of the installed one',
  },
  only: { ...texts, describe: 'Looks at this model alone; may be repeated' },
  strict: { ...flag, describe: 'Counts undecided and unproven models as findings' },
  format: {
    ...text,
    choices: reporters.map(({ name }) => name),
    default: 'terminal',
    describe: 'Form of the report',
  },
  'no-color': { ...flag, describe: 'Prints without colours' },
} as const

const REPAIRING = {
  repair: {
    ...text,
    choices: ['add-column', 'disable-paranoid', 'map-column'],
    describe: 'Repairs this way, instead of as recommended',
  },
  yes: { ...flag, alias: 'y', describe: 'Asks nothing and does what is recommended' },
  'dry-run': { ...flag, alias: 'n', describe: 'Prints the changes as a unified diff and writes nothing' },
  timestamp: { ...text, describe: 'Stamp of the first migration, YYYYMMDDHHmmss' },
  template: { ...text, describe: 'Template of your own for migrations' },
  'with-index': { ...flag, describe: 'Writes a second migration, for an index on the column' },
} as const

/** How the database is reached. */
const CONNECTING = {
  env: { ...text, describe: 'Environment of the config; NODE_ENV or development where left out' },
  url: { ...text, describe: 'Connection URL, instead of what is configured; DATABASE_URL hides it better' },
  config: { ...text, describe: 'Config file of sequelize-cli. Found as sequelize-cli does where left out' },
  sequelize: {
    ...text,
    describe: "File that exports the project's own Sequelize instance, instead of a config",
  },
} as const

const JUDGING = {
  evidence: {
    ...text,
    choices: ['migrations', 'database'],
    default: 'migrations',
    describe: 'By what models are judged; database connects, and runs the config to know how',
  },
} as const

const PROVING = {
  endpoint: { ...texts, describe: 'URL of the running application that must answer; may be repeated' },
  'expect-status': {
    ...text,
    describe: 'Status that every endpoint must answer with; below 400 where left out',
  },
  'write-test': {
    ...flag,
    describe: 'Also makes and deletes a row of each model, in a transaction that is rolled back',
  },
  wait: {
    ...text,
    describe: 'Seconds for another deploy to end, or an endpoint to come up; 60 where left out',
  },
} as const

const YES = { yes: { ...REPAIRING.yes, describe: 'Asks nothing, also in production' } } as const

const TAKING_BACK = {
  name: { ...text, describe: 'Takes back this migration instead of the last run' },
  force: { ...flag, describe: 'Takes the column away though a model still asks for it' },
  'allow-data-loss': {
    ...flag,
    describe: 'Takes the column away though rows are soft-deleted; they come back to life',
  },
} as const

/** Every option there is, for the nearest one to a slip of the pen. */
const ALL = { ...LOOKING, ...REPAIRING, ...CONNECTING, ...JUDGING, ...PROVING, ...TAKING_BACK }

const PATHS = {
  type: 'string',
  array: true,
  describe: 'Model files or folders',
  defaultDescription: 'the working directory',
} as const

/** Of an option given twice the last one holds. */
function last(given: string | string[]): string {
  return Array.isArray(given) ? (given.at(-1) ?? '') : given
}

/** @throws UserError for what is not understood */
export function parseCommandLine(args: string[]): CommandLine {
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
          .options(REPAIRING)
          .options(JUDGING)
          .options(CONNECTING),
      take('run'),
    )
    .command(
      'check [paths..]',
      'Finds them, writes nothing, and exits with 1 if there are any',
      (command) => command.positional('paths', PATHS).options(LOOKING).options(JUDGING).options(CONNECTING),
      take('check'),
    )
    .command(
      'why <model> [paths..]',
      'Tells every rule that makes a model need its column, each with its place',
      (command) =>
        command
          .positional('model', { type: 'string', demandOption: true })
          .positional('paths', PATHS)
          .options(LOOKING),
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
  if (unknown in REPAIRING && !(unknown in YES)) {
    const todo = 'It belongs to the default command: deletedat-codemod [paths..].'
    return new UserError(`This command does not write, so there is no --${unknown}.`, todo)
  }
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
