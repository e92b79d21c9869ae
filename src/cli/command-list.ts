/** Lists every command with its arguments, its description, its options and its examples. */

import type { COMMAND_NAMES } from '../our-names'
import {
  ACCEPTING,
  ADVISING,
  CHANGING,
  CONNECTING,
  DEPLOYING,
  type Group,
  JUDGING,
  LOOKING,
  MERGING,
  type Option,
  PROVING,
  REPAIRING,
  REPORTING,
  SETTING_UP,
  TAKING_BACK,
  TOLERATING,
} from './command-options'

export interface Command {
  name: 'run' | (typeof COMMAND_NAMES)[number]
  /** The first argument. If it is left out, the command takes only paths. */
  first?: 'model' | 'text'
  /** What its paths are, if they are not those of models. */
  paths?: string
  does: string
  groups: Group[]
  /** Command lines and their descriptions. */
  examples: [line: string, does: string][]
}

/** The first command runs if the line names none. */
export const COMMANDS: Command[] = [
  {
    name: 'run',
    does: 'Finds paranoid models whose table lacks the deletedAt column, and repairs them',
    groups: [REPAIRING, LOOKING, JUDGING, CONNECTING, REPORTING, ADVISING, TOLERATING],
    examples: [
      ['models/', 'Asks about each finding, then writes'],
      ['models/ --dry-run', 'Shows the changes'],
      ['--only User --repair B', 'Turns paranoid off for one model'],
    ],
  },
  {
    name: 'check',
    does: 'Reports such models without writing, and exits with 1 if there are any',
    groups: [LOOKING, CHANGING, JUDGING, CONNECTING, REPORTING, ADVISING, TOLERATING, ACCEPTING],
    examples: [
      ['check models/', 'For CI'],
      ['check --staged', 'For commit hooks'],
      ['check --evidence database', 'Checks against the database'],
      ['check --write-baseline', 'Accepts all current findings'],
    ],
  },
  {
    name: 'init',
    does: 'Sets up a commit hook, a CI job, a config file and a baseline; asks before each',
    groups: [SETTING_UP, LOOKING, REPORTING],
    examples: [
      ['init --dry-run', 'Shows what it would write'],
      ['init --yes', 'Asks no questions'],
    ],
  },
  {
    name: 'why',
    first: 'model',
    does: 'Explains why a model needs its column: each rule, with its place in the code',
    groups: [LOOKING, JUDGING, CONNECTING, REPORTING, TOLERATING],
    examples: [['why User models/', 'Each line is a rule of Sequelize']],
  },
  {
    name: 'verify',
    does: "Checks that the real database has the columns, and queries the project's models",
    groups: [PROVING, CONNECTING, LOOKING, REPORTING, TOLERATING],
    examples: [['verify --endpoint http://localhost:3000/users', 'Also queries the application']],
  },
  {
    name: 'deploy',
    does: 'Runs the pending migrations of this tool and no others, then verifies',
    groups: [DEPLOYING, PROVING, CONNECTING, LOOKING, REPORTING, TOLERATING],
    examples: [['deploy --env production', 'Asks before it changes production']],
  },
  {
    name: 'rollback',
    does: 'Undoes the last run of this tool: its files, and its columns in the database',
    groups: [TAKING_BACK, DEPLOYING, CONNECTING, LOOKING, REPORTING],
    examples: [['rollback', 'Refuses while a model still needs the column']],
  },
  {
    name: 'doctor',
    does: 'Looks for common problems in config, versions, migrations and database',
    groups: [CONNECTING, LOOKING, REPORTING],
    examples: [['doctor --env production', 'Checks the production database']],
  },
  {
    name: 'diagnose',
    first: 'text',
    does: 'Explains an error: the model, its place, the cause, and the command that repairs it',
    groups: [LOOKING, REPORTING],
    examples: [
      ['diagnose "column User.deletedAt does not exist"', 'Reads a message'],
      ['diagnose', 'Reads a log from standard input'],
    ],
  },
  {
    name: 'merge',
    does: 'Merges many JSON reports into one, for a fleet of packages or repositories',
    paths: 'JSON reports, folders of them, or patterns',
    groups: [MERGING],
    examples: [['merge reports/*.json --output-file html=fleet.html', 'One page for all projects']],
  },
]

export const optionsOf = ({ groups }: Command): Map<string, Option> =>
  new Map(groups.flatMap(({ options }) => Object.entries(options)))

export const hasOption = (name: Command['name'], option: string): boolean =>
  COMMANDS.some((one) => one.name === name && optionsOf(one).has(option))
