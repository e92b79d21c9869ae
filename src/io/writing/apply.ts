/** Carries out a plan: all of it, or nothing. */

import path from 'node:path'
import type { Plan, Planned, Written } from '../../types'
import { FOLDER, hashOf, type ManifestEntry, writeManifest } from './manifest'
import { putBack } from './put-back'
import { type Creation, type Rewrite, tasksOf } from './tasks'
import { backUp, createFile, makeFolder, replaceFile, type Undo } from './write'

/**
 * In this order: every expected text is checked; every backup is written; new files are written; rewritten ones are
 * renamed into place; the record of the run is written. On any failure all that was written is put back.
 *
 * @returns what was written, absolute
 * @throws UserError when anything could not be written; the disk is then as it was
 */
export function applyPlan(
  plan: Plan,
  options: {
    cwd: string
    command: string
    now: Date
    proven?: Planned[]
    /** Told how much is written. */
    progress?(done: number, total: number): void
  },
): Written[] {
  const { creations, rewrites } = tasksOf(plan, options.cwd, options.proven)
  if (!creations.length && !rewrites.length) return []
  const done: Undo[] = []
  let current = options.cwd
  let steps = 0
  const each = <T extends { file: string }>(tasks: T[], step: (task: T) => Undo[]) => {
    for (const task of tasks) {
      current = task.file
      done.push(...step(task))
      options.progress?.(++steps, 2 * (creations.length + rewrites.length))
    }
  }
  try {
    each(rewrites, (task) => {
      const { backup, undo } = backUp(task.file, task.before)
      task.backup = backup
      return [undo]
    })
    each(creations, ({ file }) => [makeFolder(path.dirname(file))])
    each(creations, ({ file, after }) => [createFile(file, after)])
    each(rewrites, ({ file, before, after }) => [replaceFile(file, before, after)])
    current = path.join(options.cwd, FOLDER)
    writeManifest(options.cwd, manifestOf(creations, rewrites, options), done)
  } catch (error) {
    throw putBack(done, error as Error, current)
  }
  return [
    ...creations.map(({ file }) => ({ kind: 'migration' as const, file })),
    ...rewrites.map(({ file, backup }) => ({ kind: 'rewrite' as const, file, backup })),
  ]
}

function manifestOf(
  creations: Creation[],
  rewrites: Rewrite[],
  options: { cwd: string; command: string; now: Date },
) {
  const shown = (file: string) => path.relative(options.cwd, file).split(path.sep).join('/')
  const files: ManifestEntry[] = [
    ...creations.map(({ file, after }) => ({
      kind: 'migration' as const,
      file: shown(file),
      before: null,
      after: hashOf(after),
    })),
    ...rewrites.map(({ file, backup, before, after }) => ({
      kind: 'rewrite' as const,
      file: shown(file),
      backup: backup && shown(backup),
      before: hashOf(before),
      after: hashOf(after),
    })),
  ]
  return { version: 1 as const, command: options.command, at: options.now.toISOString(), files }
}
