/** Says what of the written files must be added to git, and what git ignores. */

import path from 'node:path'
import { toAdd } from '../io/git'
import { pasted } from '../project-runner'
import type { Written } from '../types'

/** @returns the command that stages the files, if they lie in a repository, and a note for each that git ignores */
export function toCommit(
  written: Pick<Written, 'file'>[],
  cwd: string,
): { toCommit?: string; notes: string[] } {
  const found = toAdd(
    written.map(({ file }) => file),
    cwd,
  )
  const { add = [], ignored = [] } = found ?? {}
  return {
    ...(add.length && { toCommit: addCommand(add, cwd) }),
    notes: ignored.map((file) => ignoredNote(file, cwd)),
  }
}

export const addCommand = (files: string[], cwd: string): string =>
  ['git add', ...files.map((file) => pasted(file, cwd))].join(' ')

export const ignoredNote = (file: string, cwd: string): string =>
  `git ignores ${path.relative(cwd, file).split(path.sep).join('/')}, so no commit takes it along: git add -f ${pasted(file, cwd)}, or mend .gitignore.`
