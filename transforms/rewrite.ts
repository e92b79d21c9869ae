/** Repairs models with span edits, and reads the result again before it is returned. */

import { plannedFiles } from '../src/io/writing'
import { type Chosen, noMigrations, planRepairs } from '../src/repairs'
import type { Judged, Repaired } from '../src/types'
import { type Doubt, type Folder, isAskedFor, isWanted, modelsIn, visit, whyLeft } from './folder'
import type { API, FileInfo, Options } from './jscodeshift'

/** The name distinguishes one rewrite of a folder from another. */
export interface Rewrite extends Doubt {
  /** Chooses the repair of a model; undefined leaves the model alone. */
  choose(judged: Judged): Chosen | undefined
  /** Whether the model, read again, is as intended. */
  holds(judged: Judged): boolean
  /** Messages to suppress, because jscodeshift reports the same itself. */
  quiet?: RegExp
}

/** The new text of a file; undefined if nothing changes. */
export async function rewrite(
  file: FileInfo,
  api: API,
  options: Options,
  how: Rewrite,
): Promise<string | undefined> {
  const { folder, place } = await visit(file, options, how)
  for (const judged of modelsIn({ folder, place }, options)) {
    const why = whyLeft(judged, folder, options)
    if (why) api.report?.(why)
  }
  const { texts, says } = await rewriteOnce(folder, options, how)
  for (const one of says.get(place) ?? []) api.report?.(one)
  return texts.get(place)
}

interface Rewritten {
  /** Absolute file -> its new text. */
  texts: Map<string, string>
  /** Absolute file -> messages about what was done, and what was not and why. */
  says: Map<string, string[]>
}

const known = new WeakMap<Folder, Map<string, Promise<Rewritten>>>()

/** Rewrites all files of a folder together, so that the proof takes one more reading and not one per file. */
function rewriteOnce(folder: Folder, options: Options, how: Rewrite): Promise<Rewritten> {
  const rewritten = known.get(folder) ?? new Map<string, Promise<Rewritten>>()
  known.set(folder, rewritten)
  const key = JSON.stringify([how.name, options.only, options.all])
  const found = rewritten.get(key) ?? rewriteFolder(folder, options, how)
  rewritten.set(key, found)
  return found
}

/** A message about a model. */
type Told = [model: Judged, says: string]

async function rewriteFolder(folder: Folder, options: Options, how: Rewrite): Promise<Rewritten> {
  const asked = folder.scan.models.filter((judged) => isAskedFor(judged, options))
  const wanted = asked.filter((judged) => isWanted(judged, folder, options))
  const choices = wanted.flatMap((judged) => how.choose(judged) ?? [])
  const { models } = folder.scan
  const plan = planRepairs(choices, { models, read: folder.read, migrations: noMigrations })
  const chosen = new Map(choices.map(({ judged }) => [judged.finding, judged]))
  const modelOf = ({ finding }: Pick<Repaired, 'finding'>) => chosen.get(finding)!
  const left = plan.left.map((finding, index): Told => [modelOf({ finding }), plan.notes[index]!])
  const texts = textsOf(plan.repaired, folder)
  const again = texts.size ? await folder.again(texts) : []
  const held = new Set(again.filter(how.holds).map(modelKey))
  const isProven = (one: Repaired) => held.has(modelKey(modelOf(one)))
  const proven = plan.repaired.filter(isProven)
  const refused = plan.repaired
    .filter((one) => !isProven(one))
    .map((one): Told => [modelOf(one), refusal(one)])
  const done = proven
    .filter(({ says }) => !how.quiet?.test(says))
    .map((one): Told => [modelOf(one), one.says])
  return { texts: textsOf(proven, folder), says: byFile([...done, ...left, ...refused]) }
}

const refusal = ({ finding }: Repaired): string =>
  `${finding.model}: read again, it would be as it was, so it was left alone.`

function textsOf(repaired: Repaired[], { read }: Folder): Map<string, string> {
  const planned = plannedFiles(
    repaired.flatMap(({ edits }) => edits),
    read,
  )
  return new Map(planned.map(({ file, after }) => [file, after]))
}

const modelKey = ({ model }: Judged): string => `${model.origin.file}\0${String(model.name)}`

function byFile(told: Told[]): Map<string, string[]> {
  const says = new Map<string, string[]>()
  for (const [{ model }, one] of told) {
    const { file } = model.origin
    says.set(file, [...(says.get(file) ?? []), one])
  }
  return says
}
