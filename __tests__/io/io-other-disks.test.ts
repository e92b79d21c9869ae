/**
 * Disks that tell no case apart, that have no hard links, or that lie on another machine. The folder for temporary files is
 * one of them on macOS and Windows; elsewhere OTHER_DISKS names folders on such disks (docs/testing.md).
 */

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type } from '../helpers/command'
import { addFiles } from '../helpers/temp-project'

const given = process.env.OTHER_DISKS?.split(path.delimiter) ?? []
const isFolding = (folder: string): boolean => {
  const file = path.join(fs.mkdtempSync(path.join(folder, 'folds-')), 'Name')
  fs.writeFileSync(file, '')
  const folds =
    fs.existsSync(file.toLowerCase().replace('folds-', 'FOLDS-')) ||
    fs.existsSync(path.join(path.dirname(file), 'name'))
  fs.rmSync(path.dirname(file), { recursive: true })
  return folds
}
const disks = [...given, ...(isFolding(os.tmpdir()) ? [os.tmpdir()] : [])]
const folding = disks.filter(isFolding)

const FILES = {
  'package.json': '{ "dependencies": { "sequelize": "^6.37.8" } }\n',
  'models/User.js': `const { DataTypes } = require('sequelize')\r
module.exports = (sequelize) => sequelize.define('User', { name: DataTypes.STRING }, { tableName: 'users', paranoid: true })\r
`,
  'migrations/20240101000000-create.js': `exports.up = (queryInterface, Sequelize) =>
  queryInterface.createTable('users', { id: Sequelize.INTEGER })
`,
}

function projectOn(disk: string, files: Record<string, string> = {}): string {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(disk, 'project-')))
  addFiles(root, { ...FILES, ...files })
  return root
}

const textOf = (root: string, name: string) => fs.readFileSync(path.join(root, name), 'utf8')

if (!disks.length) {
  process.stderr.write('Skipped: OTHER_DISKS names no folder on a disk without case or without hard links.\n')
  test.skip('no other disk', () => undefined)
} else {
  describe.each(disks)('on %s', (disk) => {
    test('a model is changed and put back, byte by byte, and nothing is left', async () => {
      const root = projectOn(disk)
      expect(await type(root, 'models --yes --repair disable-paranoid')).toMatchObject({ code: 0 })
      expect(textOf(root, 'models/User.js')).toContain('paranoid: false')
      expect(await type(root, 'rollback models')).toMatchObject({ code: 0 })
      expect(textOf(root, 'models/User.js')).toBe(FILES['models/User.js'])
      expect(fs.readdirSync(path.join(root, 'models')).map((name) => name.toLowerCase())).toEqual(['user.js'])
    })
  })
}

if (folding.length)
  describe.each(folding)('without case, on %s', (disk) => {
    test('two spellings of a path are one file', async () => {
      const root = projectOn(disk)
      const { out } = await type(root, ['check', 'models', 'MODELS/USER.js', 'Models', '--format', 'json'])
      expect(JSON.parse(out).models.map(({ name }: { name: string }) => name)).toEqual(['User'])
    })

    test('a file that differs by its case alone is not overwritten', async () => {
      const name = 'migrations/20250530120000-ADD-USERS-DELETEDAT-COLUMN.cjs'
      const root = projectOn(disk, { [name]: 'exports.up = async () => {}\n' })
      const { code, out, err } = await type(root, 'models --yes --timestamp 20250530120000')
      expect(textOf(root, name)).toBe('exports.up = async () => {}\n')
      expect([1, 2]).toContain(code)
      expect(out + err).toMatch(/already|20250530120000/)
    })
  })
