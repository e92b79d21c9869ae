/** Makes the plan of a run. Each model is repaired in the migrations of its own database. */

import path from 'node:path'
import { namesOf } from '../databases'
import { importersIn, type Reader } from '../io/reading'
import { migrationContext, nextAfter } from '../project-runner'
import { type Chosen, planRepairs } from '../repairs'
import type { Part, Scanned } from '../scan'
import type { Plan, Settings, Written } from '../types'

interface Around {
  now: Date
  reader: Reader
  files: string[]
  progress?(done: number, total: number): void
}

export const planner =
  (found: Scanned, settings: Settings, around: Around) =>
  (choices: Chosen[]): Plan => {
    const plans = found.parts.map((part) => planFor(part, found, choices, settings, around))
    return {
      repaired: plans.flatMap(({ repaired }) => repaired),
      left: plans.flatMap(({ left }) => left),
      notes: plans.flatMap(({ notes }) => notes),
    }
  }

function planFor(
  part: Part,
  { models }: Scanned,
  choices: Chosen[],
  settings: Settings,
  { now, reader, files, progress }: Around,
): Plan {
  const own = new Set(part.models.map(({ finding }) => finding))
  const its = choices.filter(({ judged }) => own.has(judged.finding))
  if (!its.length) return { repaired: [], left: [], notes: [] }
  const context = {
    models,
    read: reader.read,
    users: importersIn(() => files, reader),
    migrations: {
      ...migrationContext(settings, part.project, now, { reader, files: () => files }),
      ran: part.ran,
    },
  }
  return planRepairs(its, context, progress)
}

/** Returns for the written migrations of each database the command that runs them, or why it is not known. */
export const nextCommands = (
  { parts }: Scanned,
  settings: Settings,
  written: Written[],
): ReturnType<typeof nextAfter>[] =>
  parts.map(({ project, reading: { database } }) => {
    const own = parts.length > 1 ? written.filter(({ file }) => isIn(file, project.migrations)) : written
    const { history, files } = database
    if (!history) return nextAfter(settings, project, own)
    const named = namesOf(history, settings.cwd)
    return nextAfter({ ...settings, ...named, fromConfig: {} }, project, own, {
      history,
      files: () => files,
    })
  })

const isIn = (file: string, folders: string[]): boolean =>
  folders.some((folder) => file.startsWith(folder + path.sep))
