/**
 * The records of the runs, one file per run. The name holds the state: `open` while the run writes, `run` when it is
 * complete, `undoing` while it is taken back, `undone` afterwards. One rename changes the state.
 *
 * They lie in `.deletedat-codemod/` beside package.json: the next `npm ci` would delete `node_modules/.cache`, and a
 * record that later runs overwrite could not take back earlier ones. A .gitignore in the folder excludes it from git,
 * because backups and records belong to one person, not to the project.
 */

import { readdirSync, readFileSync, renameSync, unlinkSync } from 'node:fs'
import path from 'node:path'
import { quietly, within } from './anchor'
import { createIn } from './create'
import { type Manifest, manifestIn } from './record'

export const FOLDER = '.deletedat-codemod'

type State = 'open' | 'run' | 'undoing' | 'undone'

/** A record and its file. */
export interface Recorded {
  state: State
  /** Name of the file. */
  record: string
  manifest: Manifest
}

/** The name of a record that does not exist. */
export const NONE = 'none'

const NAME = /^(open|run|undoing|undone)-(\d+)(?:-(\d+))?\.json$/

/** All records in these states, latest first; unreadable ones are skipped. @param root real path */
export function recorded(root: string, ...states: State[]): Recorded[] {
  const names = recordNames(root).flatMap((name) => {
    const [, state, stamp = '', number = '0'] = NAME.exec(name) ?? []
    return states.includes(state as State) ? [{ name, state: state as State, stamp, number: +number }] : []
  })
  if (!names.length) return []
  names.sort((one, other) => other.stamp.localeCompare(one.stamp) || other.number - one.number)
  return within(root, path.join(root, FOLDER), ({ at }) =>
    names.flatMap(({ name, state }) => {
      const manifest = manifestIn(textOf(at(name)))
      return manifest ? [{ state, record: name, manifest }] : []
    }),
  )
}

/** @param since names of the records at an earlier look */
export const hasRecordSince = (root: string, since: readonly string[]): boolean =>
  recordNames(root).some((name) => !since.includes(name))

export function recordNames(root: string): string[] {
  try {
    return readdirSync(path.join(root, FOLDER)).filter((name) => NAME.test(name))
  } catch {
    return []
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Creates the record before anything is written. */
export function openRecord(root: string, manifest: Manifest): Recorded {
  const folder = path.join(root, FOLDER)
  const record = `open-${freeStamp(root, manifest.at)}.json`
  createIn(root, path.join(folder, record), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
  return { state: 'open', record, manifest }
}

export function turned(root: string, { state, record, manifest }: Recorded, next: State): Recorded {
  const name = record.replace(state, next)
  within(root, path.join(root, FOLDER), ({ at, flush }) => {
    renameSync(at(record), at(name))
    // The rename is done; a disk that cannot flush may only persist it later.
    quietly(flush)
  })
  return { state: next, record: name, manifest }
}

/** Deletes the record of a run that left nothing behind. */
export const forget = (root: string, { record }: Recorded): void =>
  within(root, path.join(root, FOLDER), ({ at }) => unlinkSync(at(record)))

/** A stamp that no record has, in any state: 20250530120000 or 20250530120000-1. */
function freeStamp(root: string, at: string): string {
  const stamp = at.replace(/\D/g, '').slice(0, 14)
  const takenStamps = new Set(recordNames(root).map((name) => name.replace(/^\w+-|\.json$/g, '')))
  for (let number = 0; ; number++) {
    const free = `${stamp}${number ? `-${number}` : ''}`
    if (!takenStamps.has(free)) return free
  }
}
