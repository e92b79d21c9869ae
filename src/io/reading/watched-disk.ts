/** The disk as a source of files that remembers what it was asked for, so that a reading can be told to be stale. */

import { statSync } from 'node:fs'
import type { FileSource } from '../../types'
import { disk } from './disk'

export interface WatchedDisk {
  source: FileSource
  /** Whether every file and folder that was read is as it was then. */
  isFresh(): boolean
}

export function watchedDisk(): WatchedDisk {
  const seen = new Map<string, string>()
  const note = (file: string): string => {
    const known = seen.get(file)
    if (known === undefined) seen.set(file, signatureOf(file))
    return file
  }
  return {
    source: {
      text: (file) => disk.text(note(file)),
      entries: (folder) => disk.entries(note(folder)),
      kind: (file) => disk.kind(note(file)),
    },
    isFresh: () => {
      for (const [file, signature] of seen) if (signatureOf(file) !== signature) return false
      return true
    },
  }
}

/** A folder's time changes as names come and go; a file's time, size or number as it is written. */
function signatureOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats ? `${stats.mtimeMs} ${stats.isFile() ? stats.size : ''} ${stats.ino}` : ''
}
