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
  /** A whole number, which a program passes as such. */
  number?: true
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
      does: 'Folder of migrations; may be repeated. Default: found automatically',
    },
    ignore: { takes: 'values', does: 'Skips files that match this .gitignore pattern; may be repeated' },
    'no-ignore': {
      takes: 'nothing',
      does: 'Also reads files that .gitignore excludes, node_modules, dist, build, coverage and minified files',
    },
    workspace: {
      takes: 'value',
      letter: 'w',
      does: 'Works in this workspace package or folder, as if started there',
    },
    only: { takes: 'values', does: 'Checks only this model; may be repeated' },
    'config-file': {
      takes: 'value',
      does: 'Config file of this tool. Default: found automatically',
    },
    'no-config-file': { takes: 'nothing', does: 'Ignores the config file of this tool' },
    'print-config': {
      takes: 'nothing',
      does: 'Prints the effective settings as a config file and exits',
    },
    'sequelize-version': {
      takes: 'value',
      does: 'Uses the rules of this Sequelize version instead of the installed one',
    },
  },
}

/** What counts as changed: only models that depend on it are judged. */
export const CHANGING: Group = {
  title: 'Only changes:',
  options: {
    staged: {
      takes: 'nothing',
      does: 'Checks the staged files instead of those on disk, and only the models that they can affect',
    },
    changed: {
      takes: 'nothing',
      does: 'Checks only the models that uncommitted changes can affect',
    },
    since: {
      takes: 'value',
      does: 'Checks only the models that changes since this branch or commit can affect; for CI',
    },
  },
}

/** Of `merge`, which makes one report of many. */
export const MERGING: Group = {
  title: 'Output:',
  options: {
    format: {
      takes: 'value',
      choices: () => fleetReporters.map(({ name }) => name),
      default: 'terminal',
      does: 'Format of the report',
    },
    'output-file': {
      takes: 'values',
      does: 'Also writes a report to a file, as FORMAT=PATH; may be repeated',
    },
    'max-show': { takes: 'value', does: 'Maximum number of projects to list. Default: 20' },
    'no-color': { takes: 'nothing', does: 'Prints without colours' },
  },
}

export const REPORTING: Group = {
  title: 'Output:',
  options: {
    'allow-empty': {
      takes: 'nothing',
      does: 'Exits with 0 if there is no Sequelize model; for commit hooks',
    },
    strict: { takes: 'nothing', does: 'Counts undecided and unproven models as findings' },
    format: {
      takes: 'value',
      choices: () => reporters.map(({ name }) => name),
      default: 'terminal',
      does: 'Format of the report',
    },
    'output-file': {
      takes: 'values',
      does: 'Also writes a report to a file, as FORMAT=PATH; may be repeated',
    },
    quiet: {
      takes: 'nothing',
      letter: 'q',
      does: 'Prints only what needs action, and nothing if all is well',
    },
    'max-show': { takes: 'value', does: 'Maximum number of findings to list for each rule. Default: 20' },
    'no-color': { takes: 'nothing', does: 'Prints without colours' },
  },
}

/** Options of the commands that judge. */
export const TOLERATING: Group = {
  title: 'Accepting findings:',
  options: {
    baseline: {
      takes: 'value',
      default: BASELINE,
      does: 'Baseline file; findings in it are counted but do not fail the check',
    },
    'no-baseline': { takes: 'nothing', does: 'Ignores the baseline' },
    'report-unused-ignores': {
      takes: 'value',
      choices: () => ['off', 'note', 'error'],
      default: 'note',
      does: 'Severity of a comment that accepts nothing',
    },
  },
}

export const ACCEPTING: Group = {
  title: TOLERATING.title,
  options: {
    'write-baseline': {
      takes: 'nothing',
      does: 'Writes all current findings to the baseline, which accepts them',
    },
    'prune-baseline': {
      takes: 'nothing',
      does: 'Removes entries from the baseline that are no longer needed',
    },
  },
}

/** `why` does not have this option, because it shows the rules of one model. */
export const ADVISING: Group = {
  title: REPORTING.title,
  options: {
    advice: {
      takes: 'nothing',
      does: 'Also reports unique keys and cascades that conflict with soft delete',
    },
  },
}

const yes: Option = { takes: 'nothing', letter: 'y', does: 'Asks no questions and does what is recommended' }

const dryRun: Option = {
  takes: 'nothing',
  letter: 'n',
  does: 'Prints the changes as a unified diff and writes nothing',
}

/** Options of `init`. */
export const SETTING_UP: Group = { title: 'Setting up:', options: { yes, 'dry-run': dryRun } }

export const REPAIRING: Group = {
  title: 'Repairing:',
  options: {
    repair: {
      takes: 'value',
      choices: () => [...repairs.map(({ letter }) => letter), ...repairs.map(({ name }) => name)],
      does: 'Repair to use instead of the recommended one',
    },
    yes,
    'dry-run': dryRun,
    'accept-reappearing': {
      takes: 'nothing',
      does: 'Also writes repairs that make soft-deleted rows visible again',
    },
    timestamp: { takes: 'value', does: 'Timestamp of the first migration, as YYYYMMDDHHmmss' },
    template: {
      takes: 'value',
      does: 'Template of the migrations: full, short (calls a helper file beside the folder), or the path of your own template',
    },
    'with-index': { takes: 'nothing', does: 'Writes a second migration, for an index on the column' },
  },
}

/** Options for the connection to the database. */
export const CONNECTING: Group = {
  title: 'Connection and environment:',
  options: {
    env: {
      takes: 'value',
      does: 'Environment to use in the code and in the config. Default: NODE_ENV, else all environments, and development to connect',
    },
    'env-file': {
      takes: 'values',
      does: 'Loads environment variables from this file, as node --env-file does; may be repeated',
    },
    url: {
      takes: 'value',
      does: 'Connection URL instead of the config; DATABASE_URL keeps it out of the process list',
    },
    config: {
      takes: 'value',
      does: 'Config file of sequelize-cli. Default: found as sequelize-cli finds it',
    },
    sequelize: {
      takes: 'value',
      does: "File that exports the project's Sequelize instance, used instead of a config",
    },
  },
}

export const JUDGING: Group = {
  title: 'Evidence:',
  options: {
    evidence: {
      takes: 'value',
      choices: () => ['migrations', 'database'],
      default: 'migrations',
      does: 'Evidence to check models against; database runs the config and connects',
    },
    runtime: {
      takes: 'nothing',
      does: 'Also runs the model files, without a connection, and asks Sequelize',
    },
    replay: {
      takes: 'nothing',
      does: 'Also runs the migrations on a temporary embedded database and checks against the result',
    },
    'scratch-url': {
      takes: 'value',
      does: 'Server on which the replay creates a temporary database and drops it',
    },
  },
}

export const PROVING: Group = {
  title: 'Proof:',
  options: {
    endpoint: {
      takes: 'values',
      does: 'URL of the running application to request; may be repeated',
    },
    'expect-status': {
      takes: 'value',
      number: true,
      does: 'Status that every endpoint must return. Default: any below 400',
    },
    'write-test': {
      takes: 'nothing',
      does: 'Also creates and deletes a row of each model, in a transaction that is rolled back',
    },
    wait: {
      takes: 'value',
      number: true,
      does: 'Seconds to wait for another deploy to end or an endpoint to start. Default: 60',
    },
  },
}

export const DEPLOYING: Group = {
  title: 'Confirmation:',
  options: { yes: { ...yes, does: 'Asks no questions, even in production' } },
}

export const TAKING_BACK: Group = {
  title: 'Rolling back:',
  options: {
    name: { takes: 'value', does: 'Undoes this migration instead of the last run' },
    force: { takes: 'nothing', does: 'Removes the column even if a model still needs it' },
    'allow-data-loss': {
      takes: 'nothing',
      does: 'Removes the column even if rows are soft-deleted; they become visible again',
    },
  },
}
