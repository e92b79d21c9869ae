/** Runs the project's migrations on an empty database of the same dialect, so that the resulting schema can be read. */

import { UserError } from '../../errors'
import type { Connecting, Project } from '../../types'
import { startProject } from '../loader'
import { type Database, databaseOver, sourceFor } from './database'

/** Timeout of one migration in milliseconds. */
const PATIENCE = 60_000

export interface Replayed {
  database: Database
  /** Migrations that failed during the replay, with the error. */
  failed: { file: string; says: string }[]
}

/** @param files migrations in their order. @throws UserError when no such database can be opened */
export async function replayOn(
  files: string[],
  project: Project,
  { connecting, cwd, scratchUrl }: { connecting: Connecting; cwd: string; scratchUrl?: string },
): Promise<Replayed> {
  const source = sourceFor(connecting, cwd, project)
  const left = [...files]
  const hung: Replayed['failed'] = []
  for (;;) {
    const child = startProject(source.start, { NODE_ENV: source.environment })
    if (scratchUrl) child.veil.hide([scratchUrl])
    try {
      const wanted = { source, files: left, dialect: project.dialect, scratchUrl }
      const { about, failed } = await child.ask('replay', wanted, PATIENCE)
      const failures = failed.map((one) => ({ ...one, says: child.veil(one.says) }))
      return { database: await databaseOver(child, source, about, 'replay'), failed: [...hung, ...failures] }
    } catch (error) {
      await child.end()
      const file = child.loading() ?? ''
      const at = left.indexOf(file)
      if (!(error instanceof UserError) || at < 0) throw error
      left.splice(at, 1)
      hung.push({ file, says: error.what })
    }
  }
}
