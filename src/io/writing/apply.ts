/** Carries out a whole plan, or nothing of it. */

import { existsSync, realpathSync, unlinkSync } from 'node:fs'
import path from 'node:path'
import { asError, UserError } from '../../errors'
import type { Plan, Planned, Written } from '../../types'
import { makeFolder, quietly, within } from './anchor'
import { createIn } from './create'
import { exclusively } from './exclusive'
import { manifestOf } from './manifest'
import { failure, putBack } from './put-back'
import { type Manifest, stepsOf } from './record'
import { FOLDER, hasRecordSince, NONE, openRecord, type Recorded, recordNames, turned } from './records'
import { settle, stage } from './steps'
import { type Tasks, tasksOf } from './tasks'
import { free } from './whole'

interface Options {
  cwd: string
  command: string
  now: Date
  proven?: Planned[]
  /** Records that existed when the project was read; if omitted, new records are not checked. */
  since?: string[]
  /** Receives the number of steps done so far; each file takes two. */
  progress?(done: number, total: number): void
}

/**
 * The order: check every expected text; write the manifest; write every file beside its place; move new files,
 * backups and rewritten files into place; turn the manifest into the record of the run. The next run finishes or
 * takes back a run that was interrupted. On any failure everything that was written is taken back.
 *
 * @returns the written files, absolute; undefined if another run has written since the project was read
 * @throws UserError when something could not be written
 */
export async function applyPlan(plan: Plan, options: Options): Promise<Written[] | undefined> {
  const root = realpathSync(options.cwd)
  if (!plan.repaired.some(({ edits }) => edits.length)) return []
  const folder = path.join(root, FOLDER)
  const isNew = !existsSync(folder)
  const { since } = options
  try {
    return await exclusively(root, folder, () => {
      if (since && hasRecordSince(root, since)) return undefined
      try {
        return write(root, tasksOf(plan, options.cwd, options.proven), options)
      } finally {
        if (isNew && !recordNames(root).length)
          quietly(() => within(root, folder, ({ at }) => unlinkSync(at(IGNORE))))
      }
    })
  } catch (error) {
    throw error instanceof UserError ? error : failure(asError(error), folder)
  }
}

function write(root: string, tasks: Tasks, { cwd, command, now, progress }: Options): Written[] {
  const manifest = manifestOf(tasks, { cwd, command, now })
  const steps = stepsOf(root, manifest)
  const bytes = [...tasks.creations, ...tasks.rewrites].map(({ after }) => after)
  let current = path.join(root, FOLDER)
  let record: Recorded | undefined
  try {
    for (const { file, kind } of steps) if (kind === 'migration') free((current = file))
    current = path.join(root, FOLDER)
    record = begun(root, manifest)
    for (const folder of manifest.folders?.toReversed() ?? [])
      makeFolder(root, (current = path.resolve(root, folder)))
    for (const [index, step] of steps.entries()) {
      current = step.file
      stage(root, step, bytes[index]!)
      progress?.(index + 1, 2 * steps.length)
    }
    for (const [index, step] of steps.entries()) {
      current = step.file
      settle(root, step)
      progress?.(steps.length + index + 1, 2 * steps.length)
    }
    current = path.join(root, FOLDER)
    turned(root, record, 'run')
  } catch (error) {
    throw putBack(root, record ?? { state: 'open', record: NONE, manifest }, asError(error), current)
  }
  const shown = (file: string) => path.join(cwd, path.relative(root, file))
  return steps.map(({ kind, file, backup }) => ({
    kind,
    file: shown(file),
    ...(backup !== undefined && { backup: shown(backup) }),
  }))
}

const IGNORE = '.gitignore'

function begun(root: string, manifest: Manifest): Recorded {
  const ignore = path.join(root, FOLDER, IGNORE)
  if (!existsSync(ignore)) createIn(root, ignore, Buffer.from('*\n'))
  return openRecord(root, manifest)
}
