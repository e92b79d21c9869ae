/** Lists every option of the command line, in groups that commands share. The help prints these texts. */

import { BASELINE } from '../our-names'
import { repairs } from '../repairs'
import { fleetReporters, reporters } from '../reporters'

export interface Option {
  /** If a `value` is given twice, the last one holds. */
  takes: 'nothing' | 'value' | 'values'
  does: string
  letter?: string
  choices?(): readonly string[]
  /** The default value that the help shows. */
  default?: string
}

/** Options that the help shows under one heading. */
export interface Group {
  title: string
  options: Record<string, Option>
}

/** Options that every command has: where to look for models and migrations. */
export const LOOKING: Group = {
  title: 'Where to look:',
  options: {
    migrations: {
      takes: 'values',
      does: 'Folder of migrations; may be repeated. Found by itself where left out',
    },
    ignore: { takes: 'values', does: 'Leaves out files, in the language of .gitignore; may be repeated' },
    'no-ignore': {
      takes: 'nothing',
      does: 'Reads also what .gitignore names, node_modules, dist, build, coverage and minified files',
    },
    workspace: {
      takes: 'value',
      letter: 'w',
      does: 'Works in this package of the workspace, or this folder, as if started there',
    },
    only: { takes: 'values', does: 'Looks at this model alone; may be repeated' },
    'config-file': {
      takes: 'value',
      does: 'Config file of this tool. Found by itself where left out',
    },
    'no-config-file': { takes: 'nothing', does: 'Works as if there were no config file of this tool' },
    'print-config': {
      takes: 'nothing',
      does: 'Prints the settings that hold, as a config file, and does nothing else',
    },
    'sequelize-version': {
      takes: 'value',
      does: 'Goes by the rules of this version instead of the installed one',
    },
  },
}

/** What counts as changed: only models that depend on it are judged. */
export const CHANGING: Group = {
  title: 'What has changed:',
  options: {
    staged: {
      takes: 'nothing',
      does: 'Judges what is staged, not what is on the disk: the models that it can have touched',
    },
    changed: {
      takes: 'nothing',
      does: 'Judges the models that can be touched by what has changed since the last commit',
    },
    since: {
      takes: 'value',
      does: 'Judges the models that can be touched by what has changed since this branch or commit: for CI',
    },
  },
}

/** Of `merge`, which makes one report of many. */
export const MERGING: Group = {
  title: 'What is made:',
  options: {
    format: {
      takes: 'value',
      choices: () => fleetReporters.map(({ name }) => name),
      default: 'terminal',
      does: 'Form of the report',
    },
    'output-file': {
      takes: 'values',
      does: 'Writes a report to a file too, as FORMAT=PATH; may be repeated',
    },
    'max-show': { takes: 'value', does: 'Lists so many projects; 20 where left out' },
    'no-color': { takes: 'nothing', does: 'Prints without colours' },
  },
}

export const REPORTING: Group = {
  title: 'What is shown:',
  options: {
    'allow-empty': {
      takes: 'nothing',
      does: 'Takes it as right where no Sequelize model is met: for commit hooks',
    },
    strict: { takes: 'nothing', does: 'Counts undecided and unproven models as findings' },
    format: {
      takes: 'value',
      choices: () => reporters.map(({ name }) => name),
      default: 'terminal',
      does: 'Form of the report',
    },
    'output-file': {
      takes: 'values',
      does: 'Writes a report to a file too, as FORMAT=PATH; may be repeated',
    },
    quiet: {
      takes: 'nothing',
      letter: 'q',
      does: 'Prints only what is left to do: nothing where nothing is',
    },
    'max-show': { takes: 'value', does: 'Lists so many findings of a kind; 20 where left out' },
    'no-color': { takes: 'nothing', does: 'Prints without colours' },
  },
}

/** Options of the commands that judge. */
export const TOLERATING: Group = {
  title: 'What is accepted:',
  options: {
    baseline: {
      takes: 'value',
      default: BASELINE,
      does: 'File of the baseline, whose findings are counted and do not fail',
    },
    'no-baseline': { takes: 'nothing', does: 'Judges as if there were no baseline' },
    'report-unused-ignores': {
      takes: 'value',
      choices: () => ['off', 'note', 'error'],
      default: 'note',
      does: 'How grave a comment is that accepts nothing',
    },
  },
}

export const ACCEPTING: Group = {
  title: TOLERATING.title,
  options: {
    'write-baseline': {
      takes: 'nothing',
      does: 'Accepts the findings of today: writes them into the baseline',
    },
    'prune-baseline': {
      takes: 'nothing',
      does: 'Takes out of the baseline what is needed no longer',
    },
  },
}

/** `why` does not have this option, because it shows the rules of one model. */
export const ADVISING: Group = {
  title: REPORTING.title,
  options: {
    advice: {
      takes: 'nothing',
      does: 'Tells also of uniques and cascades that soft delete does not get on with',
    },
  },
}

const yes: Option = { takes: 'nothing', letter: 'y', does: 'Asks nothing and does what is recommended' }

const dryRun: Option = {
  takes: 'nothing',
  letter: 'n',
  does: 'Prints the changes as a unified diff and writes nothing',
}

/** Options of `init`. */
export const SETTING_UP: Group = { title: 'What is written:', options: { yes, 'dry-run': dryRun } }

export const REPAIRING: Group = {
  title: 'What is written:',
  options: {
    repair: {
      takes: 'value',
      choices: () => [...repairs.map(({ letter }) => letter), ...repairs.map(({ name }) => name)],
      does: 'Repairs this way, instead of as recommended',
    },
    yes,
    'dry-run': dryRun,
    'accept-reappearing': {
      takes: 'nothing',
      does: 'Writes also what brings soft-deleted rows back',
    },
    timestamp: { takes: 'value', does: 'Stamp of the first migration, as YYYYMMDDHHmmss' },
    template: {
      takes: 'value',
      does: 'Form of the migrations: full, short (they call a helper beside their folder), or the path of a template of your own',
    },
    'with-index': { takes: 'nothing', does: 'Writes a second migration, for an index on the column' },
  },
}

/** Options for the connection to the database. */
export const CONNECTING: Group = {
  title: 'Which database:',
  options: {
    env: {
      takes: 'value',
      does: 'Environment that counts where they differ, and that of the config; NODE_ENV where left out, else all of them count, and development to connect',
    },
    'env-file': {
      takes: 'values',
      does: 'Sets what is not set in the environment by this file, as node --env-file does; may be repeated',
    },
    url: {
      takes: 'value',
      does: 'Connection URL, instead of what is configured; DATABASE_URL hides it better',
    },
    config: {
      takes: 'value',
      does: 'Config file of sequelize-cli. Found as sequelize-cli does where left out',
    },
    sequelize: {
      takes: 'value',
      does: "File that exports the project's own Sequelize instance, instead of a config",
    },
  },
}

export const JUDGING: Group = {
  title: 'What models are judged by:',
  options: {
    evidence: {
      takes: 'value',
      choices: () => ['migrations', 'database'],
      default: 'migrations',
      does: 'By what models are judged; database connects, and runs the config to know how',
    },
    runtime: {
      takes: 'nothing',
      does: 'Runs the model files too, without a connection, and asks Sequelize itself',
    },
    replay: {
      takes: 'nothing',
      does: 'Runs the migrations too, on a throw-away embedded database, and judges by what comes out',
    },
    'scratch-url': {
      takes: 'value',
      does: 'Server on which the replay may make a database of its own, and drops it again',
    },
  },
}

export const PROVING: Group = {
  title: 'What is proven:',
  options: {
    endpoint: {
      takes: 'values',
      does: 'URL of the running application that must answer; may be repeated',
    },
    'expect-status': {
      takes: 'value',
      does: 'Status that every endpoint must answer with; below 400 where left out',
    },
    'write-test': {
      takes: 'nothing',
      does: 'Also makes and deletes a row of each model, in a transaction that is rolled back',
    },
    wait: {
      takes: 'value',
      does: 'Seconds for another deploy to end, or an endpoint to come up; 60 where left out',
    },
  },
}

export const DEPLOYING: Group = {
  title: 'What is asked:',
  options: { yes: { ...yes, does: 'Asks nothing, also in production' } },
}

export const TAKING_BACK: Group = {
  title: 'What is taken back:',
  options: {
    name: { takes: 'value', does: 'Takes back this migration instead of the last run' },
    force: { takes: 'nothing', does: 'Takes the column away though a model still asks for it' },
    'allow-data-loss': {
      takes: 'nothing',
      does: 'Takes the column away though rows are soft-deleted; they come back to life',
    },
  },
}
