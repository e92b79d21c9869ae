/** Where a new migration goes, and what lies there. */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { MigrationFile, Project, Settings } from '../../types'
import { migrationsBelow } from './existing'
import { packageRoot } from './package-root'

/** The folders found; else the one that is named though it does not exist; else sequelize-cli's default. */
export function migrationFolders(
  { cwd, migrations }: Pick<Settings, 'cwd' | 'migrations'>,
  project: Project,
): string[] {
  if (project.migrations.length) return project.migrations
  return migrations.length
    ? migrations.map((folder) => path.resolve(cwd, folder))
    : [path.join(cwd, 'migrations')]
}

export const existingMigrations = (folders: string[]): MigrationFile[] => folders.flatMap(migrationsBelow)

/** The next migration belongs beside the one that ran last. */
export const newestOf = (files: MigrationFile[]): MigrationFile | undefined =>
  files.reduce<MigrationFile | undefined>(
    (last, file) => (last && last.name >= file.name ? last : file),
    undefined,
  )

/** A program in templates/. */
export function packagedTemplate(name: string): { text: string; file: string } {
  const file = path.join(packageRoot(), 'templates', name)
  return { file, text: readFileSync(file, 'utf8') }
}
