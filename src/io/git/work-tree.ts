/** The working tree of git: what has changed in it, and its index. */

import type { StagedFiles, WorkTree } from '../../types'
import { changesSince } from './changes'
import { indexFiles } from './index-files'
import { type Repository, repositoryAt } from './run'
import { ignoredOf } from './to-add'

export function workTreeAt(cwd: string): WorkTree {
  let repository: Repository | undefined
  let staged: StagedFiles | undefined
  const here = () => (repository ??= repositoryAt(cwd))
  return {
    changes: (since) => changesSince(since, here()),
    ignored: (files) => ignoredOf(files, here()),
    index: () => (staged ??= indexFiles(here())),
  }
}
