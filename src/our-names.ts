/** How the commands and the migrations of this tool are called, and where its pages are. */

import path from 'node:path'

/** Stamp, `add-<table>-<column>`, and what is added; what such a file says decides whether it is ours (commands/our-migrations). */
export const OUR_NAME = /^\d+-(add-.+)-(column|index)\.[cm]?[jt]s$/

export const isOurName = (file: string): boolean => OUR_NAME.test(path.win32.basename(file))

/** The file that migrations of --template short call (runners/short). It is no migration. */
export const isHelper = (file: string): boolean =>
  /^deletedat-(column|index)\.[cm]?[jt]s$/.test(path.win32.basename(file))

/** The words that a command line may begin with; without one the default command runs. */
export const COMMAND_NAMES = [
  'check',
  'init',
  'why',
  'verify',
  'deploy',
  'rollback',
  'doctor',
  'diagnose',
  'merge',
] as const

/** The address of the repository: a placeholder until there is one, and the only place that names it. */
export const REPOSITORY = 'https://deletedat-codemod.example/deletedat/deletedat-codemod'

/** The address of a page of docs: 'config', 'rules/pending'. */
export const pageAt = (name: string): string => `${REPOSITORY}/docs/${name}.md`

/** The page about a kind of finding; one file a rule lies in docs/rules. */
export const helpUri = (rule: string): string => pageAt(`rules/${rule}`)

/** The file of the baseline, where --baseline names no other. */
export const BASELINE = 'deletedat-codemod.baseline.json'
