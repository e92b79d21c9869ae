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

const takes =
  (what: Option['takes']) =>
  (does: string, more: Partial<Option> = {}): Option => ({ takes: what, does, ...more })
const [flag, value, values] = [takes('nothing'), takes('value'), takes('values')]

/** Options that every command has: where to look for models and migrations. */
export const LOOKING: Group = {
  title: 'Where to look:',
  options: {
    migrations: values('Folder of migrations; may be repeated. Default: found automatically'),
    ignore: values('Skips files that match this .gitignore pattern; may be repeated'),
    'no-ignore': flag(
      'Also reads files that .gitignore excludes, node_modules, dist, build, coverage and minified files',
    ),
    workspace: value('Works in this workspace package or folder, as if started there', { letter: 'w' }),
    only: values('Checks only this model; may be repeated'),
    'config-file': value('Config file of this tool. Default: found automatically'),
    'no-config-file': flag('Ignores the config file of this tool'),
    'print-config': flag('Prints the effective settings as a config file and exits'),
    'sequelize-version': value('Uses the rules of this Sequelize version instead of the installed one'),
  },
}

/** What counts as changed: only models that depend on it are judged. */
export const CHANGING: Group = {
  title: 'Only changes:',
  options: {
    staged: flag(
      'Checks the staged files instead of those on disk, and only the models that they can affect',
    ),
    changed: flag('Checks only the models that uncommitted changes can affect'),
    since: value('Checks only the models that changes since this branch or commit can affect; for CI'),
  },
}

const outputFile = values('Also writes a report to a file, as FORMAT=PATH; may be repeated')
const noColor = flag('Prints without colours')

/** Of `merge`, which makes one report of many. */
export const MERGING: Group = {
  title: 'Output:',
  options: {
    format: value('Format of the report', {
      choices: () => fleetReporters.map(({ name }) => name),
      default: 'terminal',
    }),
    'output-file': outputFile,
    'max-show': value('Maximum number of projects to list. Default: 20'),
    'no-color': noColor,
  },
}

export const REPORTING: Group = {
  title: 'Output:',
  options: {
    'allow-empty': flag('Exits with 0 if there is no Sequelize model; for commit hooks'),
    strict: flag('Counts undecided and unproven models as findings'),
    format: value('Format of the report', {
      choices: () => reporters.map(({ name }) => name),
      default: 'terminal',
    }),
    'output-file': outputFile,
    quiet: flag('Prints only what needs action, and nothing if all is well', { letter: 'q' }),
    'max-show': value('Maximum number of findings to list for each rule. Default: 20'),
    'no-color': noColor,
  },
}

/** Options of the commands that judge. */
export const TOLERATING: Group = {
  title: 'Accepting findings:',
  options: {
    baseline: value('Baseline file; findings in it are counted but do not fail the check', {
      default: BASELINE,
    }),
    'no-baseline': flag('Ignores the baseline'),
    'report-unused-ignores': value('Severity of a comment that accepts nothing', {
      choices: () => ['off', 'note', 'error'],
      default: 'note',
    }),
  },
}

export const ACCEPTING: Group = {
  title: TOLERATING.title,
  options: {
    'write-baseline': flag('Writes all current findings to the baseline, which accepts them'),
    'prune-baseline': flag('Removes entries from the baseline that are no longer needed'),
  },
}

/** `why` does not have this option, because it shows the rules of one model. */
export const ADVISING: Group = {
  title: REPORTING.title,
  options: {
    advice: flag('Also reports unique keys and cascades that conflict with soft delete'),
  },
}

const yes = flag('Asks no questions and does what is recommended', { letter: 'y' })

const dryRun = flag('Prints the changes as a unified diff and writes nothing', { letter: 'n' })

/** Options of `init`. */
export const SETTING_UP: Group = { title: 'Setting up:', options: { yes, 'dry-run': dryRun } }

export const REPAIRING: Group = {
  title: 'Repairing:',
  options: {
    repair: value('Repair to use instead of the recommended one', {
      choices: () => [...repairs.map(({ letter }) => letter), ...repairs.map(({ name }) => name)],
    }),
    yes,
    'dry-run': dryRun,
    'accept-reappearing': flag('Also writes repairs that make soft-deleted rows visible again'),
    timestamp: value('Timestamp of the first migration, as YYYYMMDDHHmmss'),
    template: value(
      'Template of the migrations: full, short (calls a helper file beside the folder), or the path of your own template',
    ),
    'with-index': flag('Writes a second migration, for an index on the column'),
  },
}

/** Options for the connection to the database. */
export const CONNECTING: Group = {
  title: 'Connection and environment:',
  options: {
    env: value(
      'Environment to use in the code and in the config. Default: NODE_ENV, else all environments, and development to connect',
    ),
    'env-file': values(
      'Loads environment variables from this file, as node --env-file does; may be repeated',
    ),
    url: value('Connection URL instead of the config; DATABASE_URL keeps it out of the process list'),
    config: value('Config file of sequelize-cli. Default: found as sequelize-cli finds it'),
    sequelize: value("File that exports the project's Sequelize instance, used instead of a config"),
  },
}

export const JUDGING: Group = {
  title: 'Evidence:',
  options: {
    evidence: value('Evidence to check models against; database runs the config and connects', {
      choices: () => ['migrations', 'database'],
      default: 'migrations',
    }),
    runtime: flag('Also runs the model files, without a connection, and asks Sequelize'),
    replay: flag('Also runs the migrations on a temporary embedded database and checks against the result'),
    'scratch-url': value('Server on which the replay creates a temporary database and drops it'),
  },
}

export const PROVING: Group = {
  title: 'Proof:',
  options: {
    endpoint: values('URL of the running application to request; may be repeated'),
    'expect-status': value('Status that every endpoint must return. Default: any below 400', {
      number: true,
    }),
    'write-test': flag('Also creates and deletes a row of each model, in a transaction that is rolled back'),
    wait: value('Seconds to wait for another deploy to end or an endpoint to start. Default: 60', {
      number: true,
    }),
  },
}

export const DEPLOYING: Group = {
  title: 'Confirmation:',
  options: { yes: { ...yes, does: 'Asks no questions, even in production' } },
}

export const TAKING_BACK: Group = {
  title: 'Rolling back:',
  options: {
    name: value('Undoes this migration instead of the last run'),
    force: flag('Removes the column even if a model still needs it'),
    'allow-data-loss': flag('Removes the column even if rows are soft-deleted; they become visible again'),
  },
}
