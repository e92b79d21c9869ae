/**
 * The index of git, laid over the disk. A file that git tracks has its staged text; one that git neither tracks nor
 * ignores is not there. Everything else (ignored files, node_modules) is as on the disk.
 */

import path from 'node:path'
import type { FileSource, FolderEntry, StagedFiles, Text } from '../../types'
import { disk, isBelow, problemOf } from '../reading'
import { blobsOf } from './blobs'
import { isRead } from './names'
import { parts, type Repository } from './run'

/** A file of the index; its text is left out where the file on the disk has the same. */
interface Staged {
  object: string
  text?: Text
}

/** @throws UserError if git fails */
export function indexFiles(repository: Repository): StagedFiles {
  const { staged, differing, announced } = stagedIn(repository)
  const gone = new Set([...untracked(repository), ...announced])
  const texts = blobsOf(
    differing.flatMap((file) => staged.get(file)?.object ?? []),
    repository,
  )
  for (const file of differing) {
    const one = staged.get(file)
    if (one) one.text = texts.get(one.object) ?? { problem: problemOf('ENOENT') }
  }
  return { source: overDisk(repository.top, staged, gone), unstaged: [...differing, ...gone] }
}

/** Files that git neither tracks nor ignores. */
export const untracked = ({ git, place }: Repository): string[] =>
  parts(git(['ls-files', '-o', '--exclude-standard', '-z', '--', '.', ':(exclude,glob)**/node_modules/**']))
    .filter(isRead)
    .map(place)

/** `H 100644 <object> 0\t<name>`: the tag is small where git does not compare the disk, S where it left the file out. */
const LINE = /^(\S) (100\d{3}) ([0-9a-f]+) 0\t(.+)$/s

interface Entries {
  staged: Map<string, Staged>
  /** Files whose text on the disk is another, or may be. */
  differing: string[]
  /** Files of `git add -N`: they are in the index, and in no commit. git tells them as added to the disk. */
  announced: string[]
}

function stagedIn({ git, place }: Repository): Entries {
  const other = new Map(rawChanges(git(['diff-files', '--raw', '-z'])).map((one) => [one.name, one.status]))
  const staged = new Map<string, Staged>()
  const differing: string[] = []
  const announced: string[] = []
  for (const line of parts(git(['ls-files', '-s', '-v', '-z']))) {
    const [, tag = '', , object = '', name = ''] = LINE.exec(line) ?? []
    if (!name || !isRead(name)) continue
    const file = place(name)
    if (other.get(name) === 'A') {
      announced.push(file)
      continue
    }
    staged.set(file, { object })
    if (other.has(name) || tag !== 'H') differing.push(file)
  }
  return { staged, differing, announced }
}

export interface RawChange {
  status: string
  name: string
  /** The object before the change; only zeros if there was none. */
  before: string
  /** Whether it is a file, and no link or submodule. */
  isFile: boolean
}

/** Reads `:100644 100644 <before> <after> M`, which `--raw -z` prints before each name. */
export function rawChanges(out: Buffer): RawChange[] {
  const all = parts(out)
  const changes: RawChange[] = []
  for (let at = 0; at + 1 < all.length; at += 2) {
    const [before = '', after = '', object = '', , status = ''] = (all[at] ?? '').slice(1).split(' ')
    const isFile = [before, after].every((mode) => /^(100|000)/.test(mode))
    changes.push({ status: status[0] ?? '', name: all[at + 1] ?? '', before: object, isFile })
  }
  return changes
}

function overDisk(top: string, staged: Map<string, Staged>, gone: Set<string>): FileSource {
  const folders = foldersOf([...staged.keys()])
  const losing = foldersOf([...gone])
  const isOurs = (file: string) => isBelow(top, file) && !/[\\/]node_modules(?:[\\/]|$)/.test(file)
  const entries = (folder: string): FolderEntry[] | undefined => {
    const onDisk = disk.entries(folder)
    if (!isOurs(folder)) return onDisk
    const own = folders.get(folder)
    const kept = onDisk?.filter(({ name }) => !own?.has(name) && isThere(path.join(folder, name))) ?? []
    return own || kept.length || !onDisk?.length ? (onDisk || own) && [...kept, ...entriesOf(own)] : undefined
  }
  // A folder is there if anything in it is.
  const isThere = (file: string): boolean =>
    !gone.has(file) && (!losing.has(file) || entries(file) !== undefined)
  return {
    text(file) {
      const one = staged.get(file)
      if (one?.text) return one.text
      return !one && gone.has(file) ? { problem: problemOf('ENOENT') } : disk.text(file)
    },
    entries,
    kind(file) {
      if (staged.has(file)) return 'file'
      if (folders.has(file)) return 'folder'
      return isOurs(file) && !isThere(file) ? undefined : disk.kind(file)
    },
  }
}

type Names = Map<string, 'file' | 'folder'>

/** Maps each folder of the files to the names in it. */
function foldersOf(files: string[]): Map<string, Names> {
  const folders = new Map<string, Names>()
  const enter = (file: string, kind: 'file' | 'folder'): void => {
    const folder = path.dirname(file)
    const known = folders.get(folder)
    if (known) known.set(path.basename(file), kind)
    else {
      folders.set(folder, new Map([[path.basename(file), kind]]))
      if (folder !== file) enter(folder, 'folder')
    }
  }
  for (const file of files) enter(file, 'file')
  return folders
}

const entriesOf = (names: Names = new Map()): FolderEntry[] =>
  [...names].map(([name, kind]) => ({
    name,
    isFile: () => kind === 'file',
    isDirectory: () => kind === 'folder',
    isSymbolicLink: () => false,
  }))
