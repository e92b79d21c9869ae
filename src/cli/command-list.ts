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
    does: 'Finds paranoid models whose table has no column for it, and repairs them',
    groups: [REPAIRING, LOOKING, JUDGING, CONNECTING, REPORTING, ADVISING, TOLERATING],
    examples: [
      ['models/', 'Asks about each finding, then writes'],
      ['models/ --dry-run', 'Shows the changes'],
      ['--only User --repair B', 'Turns paranoid off for one model'],
    ],
  },
  {
    name: 'check',
    does: 'Finds them, writes nothing, and exits with 1 if there are any',
    groups: [LOOKING, CHANGING, JUDGING, CONNECTING, REPORTING, ADVISING, TOLERATING, ACCEPTING],
    examples: [
      ['check models/', 'For CI'],
      ['check --staged', 'For commit hooks'],
      ['check --evidence database', 'Judges by the database'],
      ['check --write-baseline', 'Accepts the findings of today'],
    ],
  },
  {
    name: 'init',
    does: 'Sets it up here: commit hook, job in CI, config and baseline; asks before each',
    groups: [SETTING_UP, LOOKING, REPORTING],
    examples: [
      ['init --dry-run', 'Shows what it would write'],
      ['init --yes', 'Asks nothing'],
    ],
  },
  {
    name: 'why',
    first: 'model',
    does: 'Tells every rule that makes a model need its column, each with its place',
    groups: [LOOKING, JUDGING, CONNECTING, REPORTING, TOLERATING],
    examples: [['why User models/', 'Each line is a rule of Sequelize']],
  },
  {
    name: 'verify',
    does: "Looks whether the real database has the columns, and calls the project's own models",
    groups: [PROVING, CONNECTING, LOOKING, REPORTING, TOLERATING],
    examples: [['verify --endpoint http://localhost:3000/users', 'Asks the application too']],
  },
  {
    name: 'deploy',
    does: 'Runs the migrations of this tool that wait, and no others, then verifies',
    groups: [DEPLOYING, PROVING, CONNECTING, LOOKING, REPORTING, TOLERATING],
    examples: [['deploy --env production', 'Asks before it changes production']],
  },
  {
    name: 'rollback',
    does: 'Takes back what the last run of this tool wrote: files, and columns in the database',
    groups: [TAKING_BACK, DEPLOYING, CONNECTING, LOOKING, REPORTING],
    examples: [['rollback', 'Refuses while a model still asks for the column']],
  },
  {
    name: 'doctor',
    does: 'Looks for traps in config, versions, migrations and database, and shows all three side by side',
    groups: [CONNECTING, LOOKING, REPORTING],
    examples: [['doctor --env production', 'Looks at the database of production']],
  },
  {
    name: 'diagnose',
    first: 'text',
    does: 'Tells what an error comes from: the model, its place, the cause, and the command that repairs it',
    groups: [LOOKING, REPORTING],
    examples: [
      ['diagnose "column User.deletedAt does not exist"', 'Reads a message'],
      ['diagnose', 'Reads a log from standard input'],
    ],
  },
  {
    name: 'merge',
    does: 'Makes one report of many JSON reports: for a fleet of packages or repositories',
    paths: 'JSON reports, folders of them, or patterns',
    groups: [MERGING],
    examples: [['merge reports/*.json --output-file html=fleet.html', 'One page for all projects']],
  },
]

export const optionsOf = ({ groups }: Command): Map<string, Option> =>
  new Map(groups.flatMap(({ options }) => Object.entries(options)))

export const hasOption = (name: Command['name'], option: string): boolean =>
  COMMANDS.some((one) => one.name === name && optionsOf(one).has(option))
