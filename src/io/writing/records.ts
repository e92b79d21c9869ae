/**
 * The records of the runs, one file a run. Its name tells how far the run is: `open` while it writes, `run` when all is
 * written, `undoing` while it is taken back, `undone` afterwards. One rename makes the step from one to the next.
 *
 * They lie in `.deletedat-codemod/` beside package.json: `node_modules/.cache` would not survive the next `npm ci`, and
 * a record that later runs overwrite could not take back the earlier ones. The folder ignores itself in git, for
 * backups and records are one person's, not the project's.
 */

import { readdirSync, readFileSync, renameSync, unlinkSync } from 'node:fs'
import path from 'node:path'
import { quietly, within } from './anchor'
import { createIn } from './create'
import { type Manifest, manifestIn } from './record'

export const FOLDER = '.deletedat-codemod'

type State = 'open' | 'run' | 'undoing' | 'undone'

/** A record, and the file it lies in. */
export interface Recorded {
  state: State
  /** Name of the file. */
  record: string
  manifest: Manifest
}

/** The name of a record that is not there. */
export const NONE = 'none'

const NAME = /^(open|run|undoing|undone)-(\d+)(?:-(\d+))?\.json$/

/** Every record of these states, the last one first. One that cannot be read is none. @param root real */
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

/** Before anything is written. */
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
    // The step is made; a disk that cannot flush it may only make it later.
    quietly(flush)
  })
  return { state: next, record: name, manifest }
}

/** Nothing is left of the run. */
export const forget = (root: string, { record }: Recorded): void =>
  within(root, path.join(root, FOLDER), ({ at }) => unlinkSync(at(record)))

/** 20250530120000, or 20250530120000-1: no record of any state has it. */
function freeStamp(root: string, at: string): string {
  const stamp = at.replace(/\D/g, '').slice(0, 14)
  const taken = new Set(recordNames(root).map((name) => name.replace(/^\w+-|\.json$/g, '')))
  for (let number = 0; ; number++) {
    const free = `${stamp}${number ? `-${number}` : ''}`
    if (!taken.has(free)) return free
  }
}
