/** Finds a project's migrations and config: what .sequelizerc names, else the usual places, else what code names. */

import path from 'node:path'
import type { Reader } from '../ast'
import { isHelper } from '../our-names'
import { otherHistories, readRc, sourceOf, umzugFolders } from '../runners'
import { goesBack } from './sql-files'

export interface Layout {
  /** Absolute paths of migration folders, nearest first. */
  migrations: string[]
  /** sequelize-cli's config files that exist. */
  configs: string[]
  /** Config files of egg or Midway, if the framework makes the instance. */
  frameworkConfigs: string[]
  /** The framework that makes the instance, and the file that names it; its configs may be elsewhere. */
  framework?: { name: string; at: string }
  notes: string[]
}

/** Frameworks that make the instance themselves, with the folders of their config.<environment> files. */
const frameworks: { name: string; package: RegExp; folders: string[] }[] = [
  { name: 'egg-sequelize', package: /"egg-sequelize(-ts)?"\s*:/, folders: ['config'] },
  { name: '@midwayjs/sequelize', package: /"@midwayjs\/sequelize"\s*:/, folders: ['src/config', 'config'] },
  { name: 'sails-hook-sequelize', package: /"sails-hook-sequelize"\s*:/, folders: [] },
  {
    name: 'moleculer-db-adapter-sequelize',
    package: /"moleculer-db-adapter-sequelize"\s*:/,
    folders: [],
  },
]

/** Whether a file may be a migration, by its ending. */
export const isMigration = (file: string): boolean =>
  MIGRATION.test(file) && !/\.d\.[cm]?ts$/.test(file) && !isHelper(file)

const MIGRATION = /\.(js|cjs|mjs|ts|cts|mts|sql)$/

const near = [
  'migrations',
  'db/migrations',
  'db/migration',
  'db/migrate',
  'database/migrations',
  'sequelize/migrations',
  'src/migrations',
  'src/db/migrations',
  'src/database/migrations',
  'sql/migrations',
  'flyway/sql',
  'src/main/resources/db/migration',
]

const configs = [
  'config/config',
  'src/config/config',
  'config/database',
  'src/config/database',
  'db/config',
  'database/config',
].flatMap((base) => ['.json', '.js', '.cjs', '.mjs', '.ts'].map((ending) => base + ending))

/**
 * @param root the project's root, which may contain .sequelizerc
 * @param given the folders from --migrations, used without a search
 * @param models the folders of the model files
 * @param files returns the project's source files, the last place to look
 */
export function layoutOf(
  root: string,
  given: string[],
  models: string[],
  files: () => string[],
  reader: Reader,
): Layout {
  const rc = readRc(root, reader) ?? {}
  const notes: string[] = []
  const exists = (folder: string) => reader.list(folder) !== undefined
  const found = configsIn(root, rc.config, reader)
  if (given.length) {
    const folders = given.map((folder) => path.resolve(root, folder))
    for (const folder of folders.filter((one) => !exists(one)))
      notes.push(`The migrations folder ${path.relative(root, folder)} does not exist.`)
    return { migrations: folders.filter(exists), ...found, notes }
  }
  // Prefers the sources of a build's output: the output may be old or missing.
  const source = rc.migrations && sourceOf(rc.migrations, root, reader)
  if (source) return { migrations: [source], ...found, notes }
  if (rc.migrations && exists(rc.migrations)) return { migrations: [rc.migrations], ...found, notes }
  if (rc.migrations)
    notes.push(
      `.sequelizerc names the migrations folder ${path.relative(root, rc.migrations)}, which does not exist. The usual places are tried.`,
    )
  if (rc.unread)
    notes.push(
      `.sequelizerc cannot be read as far as the migrations folder: ${rc.unread}. The usual places are tried.`,
    )
  return { migrations: usual(root, models, files, reader), ...found, notes }
}

function configsIn(
  root: string,
  named: string | undefined,
  reader: Reader,
): Pick<Layout, 'configs' | 'frameworkConfigs' | 'framework'> {
  const all = [...(named ? [named] : []), ...configs.map((file) => path.join(root, file))]
  const manifest = reader.read(path.join(root, 'package.json')) ?? ''
  const framework = frameworks.find(({ package: name }) => name.test(manifest))
  const own = (framework?.folders ?? []).flatMap((folder) =>
    (reader.list(path.join(root, folder)) ?? [])
      .filter((name) => /^config\.[\w.]+\.[jt]s$/.test(name))
      .sort()
      .map((name) => path.join(root, folder, name)),
  )
  return {
    configs: all.filter((file) => reader.isFile(file)),
    frameworkConfigs: own,
    ...(framework && { framework: { name: framework.name, at: path.join(root, 'package.json') } }),
  }
}

/** Goes up from each folder of models to the first level with migrations; if none has any, reads what names one. */
function usual(root: string, models: string[], files: () => string[], reader: Reader): string[] {
  const known = new Map<string, string[]>()
  const nearest = (folder: string): string[] => {
    if (!folder.startsWith(root)) return nearest(root)
    const own =
      known.get(folder) ??
      near.map((one) => path.join(folder, one)).filter((one) => holdsMigrations(one, reader))
    const found = own.length || folder === root ? own : nearest(path.dirname(folder))
    known.set(folder, found)
    return found
  }
  const holding = (folders: string[]) => [...new Set(folders)].filter((one) => holdsMigrations(one, reader))
  const byUmzug = () => holding(umzugFolders(root, files(), reader))
  const places: (() => string[])[] = [
    () => [...new Set((models.length ? models : [root]).flatMap(nearest))],
    () => holding(otherHistories(root, reader).map(({ folder }) => folder)),
    byUmzug,
    () => stamped(files()),
  ]
  // Where Umzug is the only runner, the folder that its code names is the history, wherever others lie.
  const manifest = reader.read(path.join(root, 'package.json')) ?? ''
  const isUmzug = /"umzug"\s*:/.test(manifest) && !/"sequelize-cli"\s*:/.test(manifest)
  for (const folders of isUmzug ? [byUmzug, ...places] : places) {
    const found = folders()
    if (found.length) return found
  }
  return []
}

/** Returns the folders of files named like migrations, without folders that are inside another. */
function stamped(files: string[]): string[] {
  const named = files.filter(
    (file) => /^\d{8,}[-_.]/.test(path.basename(file)) && /migrat/i.test(path.dirname(file)),
  )
  const folders = [...new Set(named.map((file) => path.dirname(file)))]
  return folders.filter((one) => !folders.some((other) => one !== other && one.startsWith(other + path.sep)))
}

function holdsMigrations(folder: string, reader: Reader): boolean {
  const names = reader.list(folder)
  return (
    names?.some(
      (name) =>
        (MIGRATION.test(name) && !isHelper(name)) || reader.list(path.join(folder, name)) !== undefined,
    ) ?? false
  )
}

/** Returns every migration below the folders; .sql files count only if there is no other migration. */
export function migrationFiles(folders: string[], reader: Reader): string[] {
  const all = folders.flatMap((folder) => below(folder, reader)).filter(isMigration)
  const code = all.filter((file) => !/\.sql$/i.test(file))
  return [...new Set(code.length ? code : all.filter((file) => !goesBack(file)))]
}

function below(folder: string, reader: Reader, depth = 0): string[] {
  return (reader.list(folder) ?? []).flatMap((name) => {
    const file = folder + path.sep + name
    if (reader.isFile(file)) return [file]
    return depth < 4 && name !== 'node_modules' ? below(file, reader, depth + 1) : []
  })
}
