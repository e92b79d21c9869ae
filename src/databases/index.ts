/**
 * DOOR. Finds the databases of a tree: each has a root with its own config and migrations. Files outside of these roots
 * belong to the databases that load them.
 */

import path from 'node:path'
import { layoutOf } from '../migrations'
import type { DatabaseConfig, ModelDatabase } from '../types'
import { configuredDatabases } from './configured'
import { historiesIn } from './histories'

type Reader = Parameters<typeof layoutOf>[4]

/** Dependencies that show that a package uses a database of its own. */
const TALKS = /^(?:sequelize|@sequelize\/core|sequelize-typescript|@nestjs\/sequelize|egg-sequelize(?:-ts)?)$/

interface Code {
  /** Absolute: every source file below the root. */
  sources(): string[]
  /** Whether a file may define models or connect, by its text. */
  leads(file: string): boolean
}

/**
 * @param root absolute: the working directory
 * @param files absolute: the model files below the given paths
 * @returns one database for each root with its own history, and one for the files outside of them; a single database
 *   if there is only one history
 */
export function databasesIn(
  root: string,
  files: string[],
  { sources, leads }: Code,
  reader: Reader,
): ModelDatabase[] {
  const each = (one: ModelDatabase) => apart(one, root, sources, reader)
  const homes = new Map<string, string[]>()
  const homeOf = homesBelow(root, reader)
  for (const file of files) {
    const home = homeOf(path.dirname(file))
    const own = homes.get(home)
    if (own) own.push(file)
    else homes.set(home, [file])
  }
  const candidates = [...homes].filter(([home, some]) => hasHistory(home, some, homes, reader))
  const isOutside = (home: string) => home === root || !candidates.some(([other]) => other === home)
  // Beside the packages of a workspace its root may have a folder of migrations that is none of Sequelize.
  const isUsed = () =>
    isProject(root, reader) || [...homes].some(([home, some]) => isOutside(home) && some.some(leads))
  const own = candidates.length < 2 ? candidates : candidates.filter(([home]) => home !== root || isUsed())
  if (own.length < 2) {
    const home = own[0]?.[0] ?? root
    return each({ name: '.', root: home, files, shared: [], others: [] })
  }
  const roots = own.map(([home]) => home)
  const shared = [...homes].filter(([home]) => !roots.includes(home)).flatMap(([, some]) => some)
  const within = (home: string) => roots.filter((one) => one !== home && !home.startsWith(one + path.sep))
  const named = own.map(([home, files]) => ({
    name: relativePath(home, root),
    root: home,
    package: packageAt(home, reader),
    files,
    shared,
    others: within(home),
  }))
  const all = named.flatMap(each)
  if (!shared.length) return all
  return [...all, { name: '.', root, files: shared, shared: [], others: roots, isRest: true }]
}

/** The databases that the config names. */
export const databasesNamed = (
  root: string,
  files: string[],
  asked: DatabaseConfig[],
  reader: Reader,
): ModelDatabase[] => configuredDatabases(root, files, asked, (home) => packageAt(home, reader))

/** Splits a database into one for each history in its root. */
function apart(
  database: ModelDatabase,
  root: string,
  sources: () => string[],
  reader: Reader,
): ModelDatabase[] {
  const its = () => sources().filter((file) => file.startsWith(database.root + path.sep))
  const histories = historiesIn(database.root, database.files, its, reader)
  if (!histories) return [database]
  const { own, perhaps } = histories
  return own.map(({ files, ...history }) => ({
    ...database,
    name: relativePath(history.folder, root),
    files: [...files, ...perhaps],
    history: { ...history, perhaps },
  }))
}

/** The arguments that select one of several histories. @returns paths from the working directory, with `/` */
export const namesOf = (
  { folder, models }: NonNullable<ModelDatabase['history']>,
  cwd: string,
): { paths: string[]; migrations: string[] } => ({
  paths: models.map((one) => relativePath(one, cwd)),
  migrations: [relativePath(folder, cwd)],
})

const relativePath = (home: string, root: string): string =>
  path.relative(root, home).split(path.sep).join('/') || '.'

/** Returns a function that finds the nearest folder, from the given one up to the root, that is a project. */
function homesBelow(root: string, reader: Reader): (folder: string) => string {
  const known = new Map<string, string>([[root, root]])
  const homeOf = (folder: string): string => {
    const found = known.get(folder)
    if (found !== undefined) return found
    const above = path.dirname(folder)
    const home = above === folder || isProject(folder, reader) ? folder : homeOf(above)
    known.set(folder, home)
    return home
  }
  return homeOf
}

const isProject = (folder: string, reader: Reader): boolean =>
  reader.isFile(path.join(folder, '.sequelizerc')) || talks(reader.read(path.join(folder, 'package.json')))

interface Manifest {
  name?: unknown
  dependencies?: object
  devDependencies?: object
  peerDependencies?: object
}

function packageAt(home: string, reader: Reader): string | undefined {
  const { name } = parsed(reader.read(path.join(home, 'package.json')) ?? '')
  return typeof name === 'string' ? name : undefined
}

function parsed(manifest: string): Manifest {
  try {
    return (JSON.parse(manifest) as Manifest | null) ?? {}
  } catch {
    return {}
  }
}

function talks(manifest: string | undefined): boolean {
  if (manifest === undefined || !manifest.includes('equelize')) return false
  const { dependencies, devDependencies, peerDependencies } = parsed(manifest)
  return Object.keys({ ...peerDependencies, ...devDependencies, ...dependencies }).some((one) =>
    TALKS.test(one),
  )
}

/** Whether the project has migrations that do not belong to a project inside it. */
function hasHistory(home: string, files: string[], homes: Map<string, string[]>, reader: Reader): boolean {
  const folders = [...new Set(files.map((file) => path.dirname(file)))]
  const { migrations } = layoutOf(home, [], folders, () => files, reader)
  return migrations.some(
    (folder) => ![...homes.keys()].some((other) => other !== home && isWithin(folder, other, home)),
  )
}

const isWithin = (folder: string, other: string, home: string): boolean =>
  other.startsWith(home + path.sep) && `${folder}${path.sep}`.startsWith(other + path.sep)
