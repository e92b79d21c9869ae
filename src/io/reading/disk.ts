/** The disk as a source of files. */

import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import type { FileSource } from '../../types'
import { readText } from './text'

export const disk: FileSource = { text: readText, entries: entriesIn, kind: kindOf }

function entriesIn(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return undefined
  }
}

function kindOf(file: string): 'file' | 'folder' | undefined {
  const stats = statOf(file)
  return stats?.isFile() ? 'file' : stats?.isDirectory() ? 'folder' : undefined
}

/** Returns undefined also where a part of the path is a file. */
function statOf(file: string): Stats | undefined {
  try {
    return statSync(file)
  } catch {
    return undefined
  }
}

/** Resolves the links of the part of the path that is on the disk. */
export function realOf(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    const parent = path.dirname(file)
    return parent === file ? file : path.join(realOf(parent), path.basename(file))
  }
}

/** Returns a reader of whole texts; undefined for a file that cannot be read. */
export const textsOf =
  ({ text }: FileSource) =>
  (file: string): string | undefined => {
    const found = text(file)
    return 'text' in found ? found.text : undefined
  }
