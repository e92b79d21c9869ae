/** Finds what changed files can have touched in one database: its migrations, its connection, its model files. */

import path from 'node:path'
import { packagesOfDialects } from '../dialects'
import { type Importers, isBelow, type Reader } from '../io/reading'
import { isMigration, type Layout } from '../migrations'
import { handsToModels } from '../models'
import type { ModelDatabase } from '../types'
import type { Asked } from './asked'

/** How a change reaches the models of one database. */
export interface Touch {
  /** Absolute: the changed files, and the importers of those that are gone. */
  changed: Set<string>
  /** Absolute: model files that are judged whatever has changed. */
  whole: Set<string>
  /** Absolute: migrations that have changed, or use code that has. */
  migrations: string[]
  /** Absolute file -> the text that a changed migration had before. */
  before: Map<string, string>
  /** Whether every model of the database is touched, since its configuration has changed. */
  everything: boolean
}

/** What is known of the tree, whatever its databases are. */
interface Reach {
  changed: Set<string>
  /** Absolute: the changed files, and all that import them. */
  reached: Set<string>
}

/** @param leads whether a file may define models, by its text */
export function reachOf(
  { changed: asked = new Set(), before }: Asked,
  { importers, leads }: { importers: Importers; leads(file: string): boolean },
  reader: Reader,
): Reach {
  const changed = new Set([...asked].filter((file) => hasChanged(file, before, reader)))
  const hands = (file: string) => handsToModels(reader.read(file) ?? '')
  const defines = (file: string) => leads(file) && !hands(file)
  // A model does not change what the code that loads it makes of the others.
  const passes = (file: string, importer: string) => !defines(file) || defines(importer) || !hands(importer)
  const gone = new Set([...changed].filter((file) => !reader.isFile(file)))
  const users = importers.through(gone, { passes: (file) => gone.has(file), isNamed: () => true })
  for (const file of users) changed.add(file)
  return { changed, reached: importers.through(changed, { passes, isNamed: defines }) }
}

interface Place extends Pick<ModelDatabase, 'root' | 'files' | 'others'> {
  layout: Layout
  history: string[]
}

/** @returns how the changes reach the database, and those of its files whose models they may touch */
export function touchOf(
  { root, files, others, layout, history }: Place,
  { changed, reached }: Reach,
  asked: Asked,
  reader: Reader,
): { touch: Touch; files: string[] } {
  const all = [...reached]
  const isHistory = new Set(history)
  const { before } = asked
  const isOwn = (file: string) => isBelow(root, file) && !others.some((other) => isBelow(other, file))
  const isLikeHistory = (file: string) =>
    changed.has(file) &&
    isMigration(file) &&
    (layout.migrations.some((folder) => isBelow(folder, file)) || hasLeft(file))
  // A folder whose last migration is gone is no folder of migrations any more.
  const hasLeft = (file: string) =>
    !reader.isFile(file) && isOwn(file) && CHANGES_TABLES.test(before(file) ?? '')
  const migrations = all.filter((file) => isHistory.has(file) || isLikeHistory(file))
  const configs = new Set([...layout.configs, ...layout.frameworkConfigs, path.join(root, '.sequelizerc')])
  const everything = all.some((file) => configs.has(file) || isManifestOf(root, file))
  // The package `config` reads this folder without an import.
  const isSetting = (file: string) => path.dirname(file) === path.join(root, 'config')
  const isAnywhere =
    everything ||
    migrations.length > 0 ||
    all.some((file) => isSetting(file) || (isOwn(file) && handsToModels(reader.read(file) ?? '')))
  const [whole, named] = [new Set(asked.whole), new Set(asked.named)]
  const within = new Set(asked.within ?? files)
  return {
    touch: {
      changed,
      whole,
      migrations,
      before: new Map(migrations.flatMap((file) => pairOf(file, before(file)))),
      everything,
    },
    files: files.filter(
      (file) => whole.has(file) || named.has(file) || (within.has(file) && (isAnywhere || reached.has(file))),
    ),
  }
}

/** Matches what a migration does to tables. */
const CHANGES_TABLES = /\bqueryInterface\b|\b(?:create|alter|drop|rename)_?\s*table|\badd_?column/i

const pairOf = (file: string, text: string | undefined): [string, string][] =>
  text === undefined ? [] : [[file, text]]

const isManifestOf = (root: string, file: string): boolean =>
  path.basename(file) === 'package.json' && isBelow(path.dirname(file), root)

/** A package.json counts only if something in it has changed that a scan goes by. */
function hasChanged(file: string, before: Asked['before'], reader: Reader): boolean {
  if (path.basename(file) !== 'package.json') return true
  const old = before(file)
  return old === undefined || factsIn(old) !== factsIn(reader.read(file) ?? '')
}

/** Matches packages and scripts of package.json that tell of Sequelize or of the migrations. */
const TELLS = /sequelize|migrat|umzug|knex/i

function factsIn(manifest: string): string {
  const drivers = packagesOfDialects()
  const tells = (name: string, value: unknown) =>
    TELLS.test(name) || Object.hasOwn(drivers, name) || (typeof value === 'string' && TELLS.test(value))
  const kept = (of: unknown): unknown =>
    typeof of === 'object' && of !== null
      ? Object.entries(of).filter(([name, value]) => tells(name, value))
      : of
  try {
    const all: Record<string, unknown> = JSON.parse(manifest) ?? {}
    return JSON.stringify([
      all.type,
      all.imports,
      all.workspaces,
      kept(all.scripts),
      ...['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].map((one) =>
        kept(all[one]),
      ),
    ])
  } catch {
    return manifest
  }
}
