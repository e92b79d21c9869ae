/** Every option of the command line, in groups that commands share; their words are the help. */

import { reporters } from '../reporters'

const text = { type: 'string', requiresArg: true, coerce: last } as const
const texts = { type: 'string', requiresArg: true, array: true } as const
const flag = { type: 'boolean' } as const

/** Where to look; every command has these. */
export const LOOKING = {
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

/** Not for `why`, which tells of one model's rules. */
export const ADVISING = {
  advice: { ...flag, describe: 'Tells also of uniques and cascades that soft delete does not get on with' },
} as const

export const REPAIRING = {
  repair: {
    ...text,
    choices: ['add-column', 'disable-paranoid', 'map-column'],
    describe: 'Repairs this way, instead of as recommended',
  },
  yes: { ...flag, alias: 'y', describe: 'Asks nothing and does what is recommended' },
  'dry-run': { ...flag, alias: 'n', describe: 'Prints the changes as a unified diff and writes nothing' },
  'accept-reappearing': {
    ...flag,
    describe: 'Turns paranoid off also where soft-deleted rows show up again',
  },
  timestamp: { ...text, describe: 'Stamp of the first migration, YYYYMMDDHHmmss' },
  template: { ...text, describe: 'Template of your own for migrations' },
  'with-index': { ...flag, describe: 'Writes a second migration, for an index on the column' },
} as const

/** How the database is reached. */
export const CONNECTING = {
  env: { ...text, describe: 'Environment of the config; NODE_ENV or development where left out' },
  url: { ...text, describe: 'Connection URL, instead of what is configured; DATABASE_URL hides it better' },
  config: { ...text, describe: 'Config file of sequelize-cli. Found as sequelize-cli does where left out' },
  sequelize: {
    ...text,
    describe: "File that exports the project's own Sequelize instance, instead of a config",
  },
} as const

export const JUDGING = {
  evidence: {
    ...text,
    choices: ['migrations', 'database'],
    default: 'migrations',
    describe: 'By what models are judged; database connects, and runs the config to know how',
  },
  runtime: { ...flag, describe: 'Runs the model files too, without a connection, and asks Sequelize itself' },
  replay: {
    ...flag,
    describe: 'Runs the migrations too, on a throw-away embedded database, and judges by what comes out',
  },
  'scratch-url': {
    ...text,
    describe: 'Server on which the replay may make a database of its own, and drops it again',
  },
} as const

export const PROVING = {
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

export const YES = { yes: { ...REPAIRING.yes, describe: 'Asks nothing, also in production' } } as const

export const TAKING_BACK = {
  name: { ...text, describe: 'Takes back this migration instead of the last run' },
  force: { ...flag, describe: 'Takes the column away though a model still asks for it' },
  'allow-data-loss': {
    ...flag,
    describe: 'Takes the column away though rows are soft-deleted; they come back to life',
  },
} as const

/** Every option there is, for the nearest one to a slip of the pen. */
export const ALL = { ...LOOKING, ...REPAIRING, ...CONNECTING, ...JUDGING, ...PROVING, ...TAKING_BACK }

/** What `check` takes: what a hook runs, on every commit. */
export const CHECK = { ...LOOKING, ...ADVISING, ...JUDGING, ...CONNECTING }

export const PATHS = {
  type: 'string',
  array: true,
  describe: 'Model files or folders',
  defaultDescription: 'the working directory',
} as const

export const TEXT = {
  type: 'string',
  describe: 'Error, stack trace or log, in quotes; - or nothing reads standard input',
} as const

/** Of an option given twice the last one holds. */
function last(given: string | string[]): string {
  return Array.isArray(given) ? (given.at(-1) ?? '') : given
}
