/** Reads the models from Sequelize itself: runs the model files in a child process, without a connection. */

import { UserError } from '../../errors'
import type { Connecting, Project, Reflection } from '../../types'
import { startProject } from '../loader'
import { sourceFor } from './database'

/** Timeout of one file in milliseconds. */
const PATIENCE = 20_000

interface Runnable {
  /** Absolute paths of the files that create Sequelize instances. */
  first: string[]
  /** Absolute paths of the model files. */
  files: string[]
  dialect?: string
}

/** If a file ends or hangs the process, the other files are run again without it. @throws UserError */
export async function reflectModels(
  wanted: Runnable,
  connecting: Connecting,
  cwd: string,
  project: Project,
): Promise<Reflection> {
  const source = sourceFor(connecting, cwd, project)
  const faults: Reflection['faults'] = []
  for (;;) {
    const isLeft = (file: string) => !faults.some((fault) => fault.file === file)
    const left = { ...wanted, first: wanted.first.filter(isLeft), files: wanted.files.filter(isLeft) }
    const child = startProject(source.start, { NODE_ENV: source.environment }, true)
    try {
      const { models, faults: more, ...unset } = await child.ask('reflect', { source, ...left }, PATIENCE)
      return {
        models,
        ...unset,
        faults: [...faults, ...more].map((one) => ({ ...one, says: child.veil(one.says) })),
      }
    } catch (error) {
      const file = child.loading()
      if (!(error instanceof UserError) || !file || !isLeft(file)) throw error
      faults.push({ file, says: error.what })
    } finally {
      await child.end()
    }
  }
}
