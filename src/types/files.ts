/** Declares where a scan takes its files from, and which files have changed. */

export type Encoding = 'utf8' | 'latin1' | 'utf16le' | 'utf16be'

/** The text of a file, or a sentence that says why it cannot be read. */
export type Text = { text: string; encoding: Encoding } | { problem: string }

/** A name in a folder, as `fs.Dirent` has it. */
export interface FolderEntry {
  name: string
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

/** The only door to the files of a scan: the disk, or the index of git laid over it. Paths are absolute. */
export interface FileSource {
  /** Never throws and never blocks. */
  text(file: string): Text
  /** Returns undefined if there is no such folder. */
  entries(folder: string): FolderEntry[] | undefined
  /** Follows links; undefined if there is neither a file nor a folder. */
  kind(file: string): 'file' | 'folder' | undefined
}

/** Files that have changed. Only the models that a change can have touched are judged. */
export interface Changes {
  /** Absolute. */
  files: Set<string>
  /** The text before the change; undefined if the file was not there, or the text does not matter. */
  before(file: string): string | undefined
  /** How a sentence calls them: 'staged', 'changed since main'. */
  says: string
  notes: string[]
  /** Absolute: files whose text on the disk is not the one that is judged. Empty if the disk is judged. */
  unstaged: string[]
}

/** The index of git, laid over the disk. */
export interface StagedFiles {
  source: FileSource
  /** Absolute: files whose text on the disk is not the staged one, and files that git does not know yet. */
  unstaged: string[]
}

/** Answers what has changed in a working tree of git. Its methods throw UserError if git fails. */
export interface WorkTree {
  changes(since: ChangedSince): Omit<Changes, 'unstaged'>
  /** Asks git at the first call only. */
  index(): StagedFiles
  /** The files, all absolute, that git ignores. */
  ignored(files: string[]): string[]
}

/** --staged, --changed or --since REF. */
export type ChangedSince = { what: 'staged' } | { what: 'changed' } | { what: 'since'; ref: string }
