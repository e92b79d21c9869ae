/** Keeps one scan a project and process, and makes it anew when a file that it read has changed. */

import { rescanFiles, scanAllFiles } from '../commands/outcome'
import { type WatchedDisk, watchedDisk } from '../io/reading'
import type { Scanned } from '../scan'
import type { Settings } from '../types'

/** A scan, and the texts of an editor that are not on the disk yet. */
export interface Project {
  settings: Settings
  scanned: Scanned
}

interface Kept extends Project {
  disk: WatchedDisk
  /** When it was last known to be fresh, and how long it took to know, in milliseconds. */
  looked: number
  took: number
  /** The last text of an editor that is not on the disk. */
  unsaved?: { file: string; text: string; scanned: Scanned }
}

const kept = new Map<string, Kept>()

/** Looking takes so small a part of the time at most: a run over many files looks now and then, an editor always. */
const SHARE = 0.1

/** @param settingsOf makes the settings; asked only for a new scan, for it reads files too */
function projectFor(key: string, settingsOf: () => Settings): Kept {
  const before = kept.get(key)
  if (before && isFresh(before)) return before
  const disk = watchedDisk()
  const settings = { ...settingsOf(), source: disk.source }
  const made: Kept = { settings, scanned: scanAllFiles(settings), disk, looked: Date.now(), took: 0 }
  kept.set(key, made)
  return made
}

function isFresh(project: Kept): boolean {
  const begun = Date.now()
  if (begun - project.looked < project.took / SHARE) return true
  const fresh = project.disk.isFresh()
  project.looked = Date.now()
  project.took = project.looked - begun
  return fresh
}

/**
 * @param text the text of the file as it is linted: an editor may not have saved it
 * @returns a scan in which the file has this text, undefined if the scan does not read the file
 * @throws UserError
 */
export function scanOf(
  key: string,
  settingsOf: () => Settings,
  file: string,
  text: string,
): Project | undefined {
  const project = projectFor(key, settingsOf)
  const { settings, scanned } = project
  if (!scanned.parts.some(({ reading }) => reading.files.includes(file))) return undefined
  if (withoutMark(scanned.reader.read(file)) === text) return project
  if (project.unsaved?.file !== file || project.unsaved.text !== text)
    project.unsaved = { file, text, scanned: rescanFiles(scanned, new Map([[file, text]]), settings) }
  return { settings, scanned: project.unsaved.scanned }
}

/** ESLint takes the byte-order mark off. */
export const withoutMark = (text: string | undefined): string | undefined => text?.replace(/^\uFEFF/, '')
