/** Where a new migration goes, what lies there, and which template fits. */

import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { MigrationContext, Project, Settings } from '../../types'
import { readText } from '../reading'
import { packageRoot } from './package-root'

const MIGRATION = /^(?!.*\.d\.[cm]?ts$).*\.([cm]?[jt]s|sql)$/

/** @param now stamps the first migration where --timestamp does not */
export function migrationContext(
  settings: Pick<
    Settings,
    'cwd' | 'migrations' | 'sequelizeVersion' | 'timestamp' | 'template' | 'withIndex'
  >,
  project: Project,
  now: Date,
): MigrationContext {
  const folders = foldersOf(settings, project)
  const files = folders.flatMap((folder) => migrationsBelow(folder))
  const folder = newest(files)?.folder ?? (folders[0] as string)
  return {
    folder,
    existing: files.map(({ name }) => name),
    timestamp: settings.timestamp ?? now.toISOString().replace(/\D/g, '').slice(0, 14),
    fixed: settings.timestamp !== undefined,
    ...(settings.template ? { template: own(settings.template) } : ours(settings, project, files)),
    withIndex: settings.withIndex,
  }
}

/** The folders found; else the one that is named though it does not exist; else sequelize-cli's default. */
function foldersOf({ cwd, migrations }: Pick<Settings, 'cwd' | 'migrations'>, project: Project): string[] {
  if (project.migrations.length) return project.migrations
  return migrations.length
    ? migrations.map((folder) => path.resolve(cwd, folder))
    : [path.join(cwd, 'migrations')]
}

interface MigrationFile {
  folder: string
  name: string
}

/** Folders per version lie below the folder that is named. */
function migrationsBelow(folder: string): MigrationFile[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (entry.isDirectory()) return migrationsBelow(path.join(folder, entry.name))
      return MIGRATION.test(entry.name) ? { folder, name: entry.name } : []
    })
  } catch {
    return []
  }
}

/** The next migration belongs beside the one that ran last. */
const newest = (files: MigrationFile[]): MigrationFile | undefined =>
  files.reduce<MigrationFile | undefined>(
    (last, file) => (last && last.name >= file.name ? last : file),
    undefined,
  )

type Template = MigrationContext['template']

const own = ({ file, text }: { file: string; text: string }): Template => ({
  file,
  text,
  extension: path.extname(file) as Template['extension'],
})

/**
 * `.cjs` runs in every project; `.ts` where there is nothing but TypeScript. Sequelize 7 wants a form of its own, and
 * so does SQL Server, whose catalog and locks are like no other's.
 */
function ours(
  { sequelizeVersion, withIndex }: Pick<Settings, 'sequelizeVersion' | 'withIndex'>,
  { sequelize, dialect }: Project,
  files: MigrationFile[],
): Pick<MigrationContext, 'template' | 'indexTemplate'> {
  const isTypeScript = files.length > 0 && files.every(({ name }) => /\.c?ts$/.test(name))
  const extension = isTypeScript && dialect !== 'mssql' ? '.ts' : '.cjs'
  const version = Number.parseInt(sequelizeVersion ?? sequelize ?? '6', 10)
  const form = dialect === 'mssql' ? '.mssql' : version >= 7 ? '.v7' : ''
  return {
    template: { ...packaged(`add-column${form}${extension}`), extension },
    ...(withIndex && { indexTemplate: packaged(`add-index${form}${extension}`) }),
  }
}

function packaged(name: string): { text: string; file: string } {
  const file = path.join(packageRoot(), 'templates', name)
  const text = readText(file)
  if ('problem' in text) throw new Error(`${file}: ${text.problem}`)
  return { file, text: text.text }
}
