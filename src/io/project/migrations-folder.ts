/** Tells where a new migration goes and which migrations exist. */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { MigrationFile, Project, Settings } from '../../types'
import { migrationsBelow } from './existing'
import { packageRoot } from './package-root'

/** The folders that exist; else the folders that the user named; else sequelize-cli's default. */
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

/** The newest migration; the next one goes into the same folder. */
export const newestOf = (files: MigrationFile[]): MigrationFile | undefined =>
  files.reduce<MigrationFile | undefined>(
    (last, file) => (last && last.name >= file.name ? last : file),
    undefined,
  )

/** Reads a file of templates/. */
export function packagedTemplate(name: string): { text: string; file: string } {
  const file = path.join(packageRoot(), 'templates', name)
  return { file, text: readFileSync(file, 'utf8') }
}
