/** A throw-away git repository with a project in it, at its top or below. */

import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { addFiles, tempProject } from './temp-project'

const ENV = {
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
}

/** Runs git in a folder. @throws if it fails */
export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...ENV } })

export const table = (name: string, columns: string[] = []) =>
  `exports.up = (queryInterface, S) => queryInterface.createTable('${name}', { id: S.INTEGER${columns
    .map((one) => `, ${one}: S.DATE`)
    .join('')} })\n`

export const column = (name: string, added = 'deletedAt') =>
  `exports.up = (queryInterface, S) => queryInterface.addColumn('${name}', '${added}', S.DATE)\n`

export const drop = (name: string, dropped = 'deletedAt') =>
  `exports.up = (queryInterface) => queryInterface.removeColumn('${name}', '${dropped}')\n`

export const model = (name: string, options = 'paranoid: true', before = '') =>
  `${before}module.exports = (sequelize, DataTypes) => sequelize.define('${name}', { id: { type: DataTypes.INTEGER, primaryKey: true } }, { ${options} })\n`

/**
 * Two models that are paranoid: User has its column, Post has not. All of it is committed.
 * @param below the project's folder below the top of the repository
 * @returns the project's root
 */
export function repository(files: Record<string, string> = {}, below = '.'): string {
  const top = tempProject()
  const root = path.join(top, below)
  fs.mkdirSync(root, { recursive: true })
  addFiles(root, {
    'package.json': '{"name":"shop","dependencies":{"sequelize":"6.37.8","pg":"8.0.0"}}',
    '.gitignore': 'node_modules\n*.backup\n',
    'models/user.js': model('User'),
    'models/post.js': model('Post'),
    'migrations/20250101000000-create-users.js': table('Users', ['deletedAt']),
    'migrations/20250101000001-create-posts.js': table('Posts'),
    ...files,
  })
  git(top, 'init', '-q')
  commit(root, 'start')
  return root
}

export function commit(root: string, message: string): void {
  git(root, 'add', '-A', '.')
  git(root, 'commit', '-q', '--allow-empty', '-m', message)
}
