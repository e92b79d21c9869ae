/** The project that the tarball is installed in: its files are set anew for each test, its packages stay. */

import fs from 'node:fs'
import path from 'node:path'
import { addFiles } from '../__tests__/helpers/temp-project'

export const home = process.env.E2E_HOME ?? ''

const KEPT = /^(node_modules|package\.json|package-lock\.json)$/

export function project(files: Record<string, string>): void {
  for (const name of fs.readdirSync(home))
    if (!KEPT.test(name)) fs.rmSync(path.join(home, name), { recursive: true, force: true })
  addFiles(home, files)
}

export const read = (file: string): string => fs.readFileSync(path.join(home, file), 'utf8')

/** Every file of the project, without those of its packages. */
export const files = (): string[] =>
  fs
    .readdirSync(home)
    .filter((name) => !KEPT.test(name))
    .flatMap((name) => (fs.statSync(path.join(home, name)).isDirectory() ? inside(name) : [name]))
    .sort()

const inside = (folder: string): string[] =>
  fs
    .readdirSync(path.join(home, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .filter((name) => fs.statSync(path.join(home, name)).isFile())

/** A model of the table `<name>s`. */
export const model = (
  name: string,
  options = '',
): string => `const { DataTypes, Model } = require('sequelize')
const sequelize = require('../database')

class ${name} extends Model {}
${name}.init({ token: DataTypes.STRING }, { sequelize, tableName: '${name.toLowerCase()}s', paranoid: true${options} })
module.exports = ${name}
`

/** The migration that made these tables. */
export const migration = (...tables: string[]): string => `module.exports = {
  async up(queryInterface, { DATE, INTEGER, STRING }) {
    const columns = { id: { type: INTEGER, primaryKey: true, autoIncrement: true }, token: STRING, createdAt: DATE, updatedAt: DATE }
${tables.map((table) => `    await queryInterface.createTable('${table}', columns)\n`).join('')}  },
  async down() {},
}
`

export const DATABASE = `const { Sequelize } = require('sequelize')
module.exports = new Sequelize(process.env.DATABASE_URL || 'postgres://localhost/none', { logging: false })
`
