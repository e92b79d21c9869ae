/** Declares what `init` finds in a project, and what it would write. */

import type { Planned } from './repairs'

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'yarn-berry' | 'bun'

/** What is there. Nothing of it is run. */
export interface InitFacts {
  /** Absolute: the project. */
  cwd: string
  /** Absolute: the top of the repository; the project itself where there is none. */
  top: string
  isRepository: boolean
  /** The project below the top with forward slashes: 'backend', or '' at the top. */
  below: string
  manager: PackageManager
  /** The lock file below the top, with forward slashes; undefined if there is none. */
  lockFile?: string
  /** Whether package.json tells which version of the package manager is used. */
  isPinned: boolean
  /** Names of all dependencies of the package.json files around. */
  dependencies: string[]
  /** Where the command is: in the project's own node_modules, or in those at the top. */
  installed?: 'project' | 'top'
  /** Absolute: the folder that core.hooksPath of git names. */
  hooksPath?: string
  /** Whether .git/hooks has a pre-commit of its own. */
  hasOwnHook: boolean
  /** The address of the remote. */
  remote?: string
  /** How a config in `cwd` names its schema; undefined if the package lies elsewhere. */
  schema?: string
  /** Whether there is a config of this tool. */
  hasConfig: boolean
  /** The text of a file, absolute; undefined if it is not there. */
  read(file: string): string | undefined
  /** The names in a folder; undefined if it is not there. */
  list(folder: string): string[] | undefined
}

/** A file as it would be written. */
export interface InitFile extends Planned {
  /** Whether it must be executable. */
  isProgram?: boolean
}

/** One thing that `init` sets up. */
export interface InitPart {
  name: 'hook' | 'ci' | 'config' | 'baseline'
  /** One clause: what it is, or why nothing is written. */
  says: string
  /** `there`: nothing is to be done; `by-hand`: it cannot be written, and `says` tells what to write. */
  state: 'planned' | 'there' | 'by-hand' | 'none'
  files: InitFile[]
  /** What git is to be told besides: the arguments of `git config`. */
  git?: string[]
}
