/**
 * Finds several histories in one project: an application with two Sequelize instances, or a database per customer.
 * sequelize-cli runs one folder at a time, so a second folder is a second database if an option file or a script names
 * it, or if both folders make the same table.
 */

import path from 'node:path'
import { layoutOf, migrationFiles, replayMigrations } from '../migrations'
import { otherHistories, readRc } from '../runners'
import type { StartedBy } from '../types'

type Reader = Parameters<typeof layoutOf>[4]

/** The migrations of one database, and the model files that certainly belong to it. */
interface History {
  /** Absolute. */
  folder: string
  files: string[]
  /** Absolute: the outermost folders of those files. */
  models: string[]
  /** How its runner is started, if the project says so. */
  startedBy?: StartedBy
}

interface Histories {
  own: History[]
  /** Model files that may belong to any of the histories. */
  perhaps: string[]
}

interface Candidate {
  folder: string
  /** Absolute: the folder of models, if the project names it with the folder of migrations. */
  models?: string
  startedBy?: StartedBy
}

/**
 * @param home absolute: the root of the project
 * @param files absolute: its model files below the given paths
 * @param sources absolute: all of its source files
 * @returns undefined if there is only one history, and its runner needs no script
 */
export function historiesIn(
  home: string,
  files: string[],
  sources: () => string[],
  reader: Reader,
): Histories | undefined {
  const candidates = candidatesIn(home, files, sources, reader)
  if (candidates.length < 2 && !candidates.some((one) => isByScript(one, home, reader))) return undefined
  const isNamed = candidates.some(({ startedBy }) => startedBy !== undefined)
  if (!isNamed && !makeTheSame(candidates, home, reader)) return undefined
  const labels = labelsOf(candidates.map(({ folder }) => folder))
  const own = candidates.map(
    ({ folder, startedBy }): History => ({
      folder,
      files: [],
      models: [],
      ...(startedBy && { startedBy }),
    }),
  )
  const perhaps: string[] = []
  for (const file of files) {
    if (candidates.some(({ folder }) => isBelow(folder, file))) continue
    const index = historyIndex(file, home, candidates, labels)
    if (index === undefined) perhaps.push(file)
    else own[index]?.files.push(file)
  }
  for (const one of own) one.models = outermost(one.files.map((file) => path.dirname(file)))
  const claimed = perhaps.length ? own : own.filter((one) => one.files.length > 0)
  return claimed.length ? { own: claimed, perhaps } : undefined
}

/** Whether only a script names the folder, so that a command without the script's options would not find it. */
const isByScript = ({ folder, startedBy }: Candidate, home: string, reader: Reader): boolean =>
  startedBy !== undefined &&
  folder !== path.join(home, 'migrations') &&
  readRc(home, reader)?.migrations !== folder

function candidatesIn(home: string, files: string[], sources: () => string[], reader: Reader): Candidate[] {
  const folders = [...new Set(files.map((file) => path.dirname(file)))]
  const { migrations } = layoutOf(home, [], folders, sources, reader)
  const near = nearestOf(home, folders, reader)
  const all: Candidate[] = [
    ...otherHistories(home, reader),
    ...[...migrations, ...near].flatMap((folder) => partsOf(folder, reader)).map((folder) => ({ folder })),
  ]
  const isFirst = ({ folder }: Candidate, index: number) =>
    all.findIndex((one) => one.folder === folder) === index
  return all.filter(isFirst)
}

/** Splits a folder into its folders of migrations, if it holds several of them and no migration itself. */
function partsOf(folder: string, reader: Reader): string[] {
  const names = (reader.list(folder) ?? []).map((name) => path.join(folder, name))
  const files = new Set(migrationFiles([folder], reader))
  const isWhole = names.some((name) => files.has(name))
  const parts = isWhole ? [] : names.filter((name) => migrationFiles([name], reader).length > 0)
  return parts.length > 1 ? parts : [folder]
}

/**
 * Finds `src/db/tenant/migrations` for models in `src/db/tenant/models`, whatever .sequelizerc says. The project's own
 * `migrations` is a usual place, which counts only where nothing names another.
 */
const nearestOf = (home: string, folders: string[], reader: Reader): string[] =>
  folders
    .filter((folder) => path.dirname(folder).startsWith(home + path.sep))
    .map((folder) => path.join(path.dirname(folder), 'migrations'))
    .filter((folder) => migrationFiles([folder], reader).length > 0)

/** Whether two folders make the same table, which happens only in different databases. */
function makeTheSame(candidates: Candidate[], home: string, reader: Reader): boolean {
  const seen = new Set<string>()
  for (const { folder } of candidates) {
    const { tables } = replayMigrations(migrationFiles([folder], reader), reader, { root: home })
    const made = tables
      .filter(({ createdElsewhere: madeElsewhere }) => !madeElsewhere)
      .map(({ name }) => JSON.stringify(name))
    if (made.some((name) => seen.has(name))) return true
    for (const name of made) seen.add(name)
  }
  return false
}

const GENERIC = new Set(
  'migration migrations migrate model models db database databases src lib app server sequelize sql data schema'.split(
    ' ',
  ),
)

/** `tenantModels/user.js` -> tenant. It leaves out words that every project uses. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !GENERIC.has(word))

/** Returns, for each folder, its words that are not in all of the other folders. */
function labelsOf(folders: string[]): string[][] {
  const words = folders.map((folder) => wordsOf(folder))
  return words.map((own, index) =>
    own.filter((word) => !words.every((other, at) => at === index || other.includes(word))),
  )
}

/** @returns the index of the history to which a model file belongs, or undefined if it may belong to several */
function historyIndex(
  file: string,
  home: string,
  candidates: Candidate[],
  labels: string[][],
): number | undefined {
  const named = indexesOf(candidates, ({ models }) => models !== undefined && isBelow(models, file))
  if (named.length === 1) return named[0]
  const words = wordsOf(path.relative(home, path.dirname(file)))
  const fitting = indexesOf(
    labels,
    (label) => label.length > 0 && label.every((word) => words.includes(word)),
  )
  if (fitting.length === 1) return fitting[0]
  const plain = indexesOf(labels, (label) => label.length === 0)
  return fitting.length === 0 && plain.length === 1 ? plain[0] : undefined
}

const indexesOf = <T>(all: T[], test: (one: T) => boolean): number[] =>
  all.flatMap((one, index) => (test(one) ? [index] : []))

const outermost = (folders: string[]): string[] =>
  [...new Set(folders)].filter((one) => !folders.some((other) => isBelow(other, one)))

const isBelow = (folder: string, file: string): boolean => file.startsWith(folder + path.sep)
