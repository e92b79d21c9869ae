/** Asks git what has changed: what is staged, what differs from the last commit, or from another one. */

import { UserError } from '../../errors'
import type { ChangedSince, Changes } from '../../types'
import { blobsOf } from './blobs'
import { type RawChange, rawChanges, untracked } from './index-files'
import { mayMatter } from './names'
import type { Repository } from './run'

const RAW = ['--raw', '-z', '--no-abbrev', '--no-renames', '--no-ext-diff', '--ignore-submodules']

/** @throws UserError if git fails, or does not know the other commit */
export function changesSince(asked: ChangedSince, repository: Repository): Omit<Changes, 'unstaged'> {
  const { git, place } = repository
  const { base, notes } = baseOf(asked, repository)
  const changed = rawChanges(
    // Unlike `git diff`, it compares no contents, for which git would run the filters that the repository names.
    git(['diff-index', ...(asked.what === 'staged' ? ['--cached'] : []), base, ...RAW]),
  ).filter(({ name, isFile }) => isFile && mayMatter(name))
  const files = new Set(changed.map(({ name }) => place(name)))
  if (asked.what !== 'staged') for (const file of untracked(repository)) if (mayMatter(file)) files.add(file)
  let texts: Map<string, string> | undefined
  const before = (file: string) => (texts ??= textsBefore(changed, repository)).get(file)
  const says = asked.what === 'since' ? `changed since ${asked.ref}` : asked.what
  return { files, before, says, notes }
}

function textsBefore(changed: RawChange[], repository: Repository): Map<string, string> {
  const old = changed.filter(({ before }) => /[1-9a-f]/.test(before))
  const texts = blobsOf(
    old.map(({ before }) => before),
    repository,
  )
  return new Map(
    old.flatMap(({ name, before }) => {
      const found = texts.get(before)
      return found && 'text' in found ? [[repository.place(name), found.text] as const] : []
    }),
  )
}

/** Returns the commit with which the working tree is compared: where the branch left the other one, if git can tell. */
function baseOf(asked: ChangedSince, { head, ask, git }: Repository): { base: string; notes: string[] } {
  if (asked.what !== 'since') {
    // Before the first commit everything is new.
    const base = head ?? git(['hash-object', '-t', 'tree', '--stdin']).toString().trim()
    return { base, notes: [] }
  }
  const other = ask(['rev-parse', '--verify', '-q', '--end-of-options', `${asked.ref}^{commit}`])?.trim()
  if (!other)
    throw new UserError(
      `git knows no commit ${asked.ref}, which --since names.`,
      'Name a branch, a tag or a commit that was fetched: git fetch origin, and in CI a checkout with its history (fetch-depth: 0).',
    )
  const base = ask(['merge-base', other, 'HEAD'])?.trim()
  return base
    ? { base, notes: [] }
    : {
        base: other,
        notes: [
          `git cannot tell where this branch left ${asked.ref} (a shallow clone?), so all that differs from it counts as changed.`,
        ],
      }
}
