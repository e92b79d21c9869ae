/** The command as it is shipped says and answers what the sources do. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { install } from '../helpers/installed'
import { addFiles, bytesOf, tempProject } from '../helpers/temp-project'

const root = tempProject({
  'package.json': JSON.stringify({ dependencies: { pg: '8.11.0', sequelize: '6.37.8' } }),
  'services/price.js': 'exports.price = (row) => row.amount * row.quantity\n',
  'broken.js': 'const = 1\n',
  'models/session.js': `const { DataTypes, Model } = require('sequelize')
class Session extends Model {}
Session.init({ token: DataTypes.STRING }, { sequelize: require('../db').sequelize, paranoid: true })
module.exports = Session
`,
  'models/user.js': `module.exports = (sequelize, DataTypes) =>
  sequelize.define('User', { name: DataTypes.STRING, deletedAt: DataTypes.DATE }, { paranoid: true })
`,
  'db.js': `const { Sequelize } = require('sequelize')
exports.sequelize = new Sequelize('postgres://localhost/none')
`,
  'migrations/20240101000000-create.js': `module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('Sessions', { token: Sequelize.STRING })
    await queryInterface.createTable('Users', { name: Sequelize.STRING })
    await queryInterface.sequelize.query('ALTER TABLE "Users" ADD COLUMN "deletedAt" timestamp')
  },
}
`,
})
const home = path.join(root, 'node_modules/deletedat-codemod')

const { NODE_EXTRA_CA_CERTS: _unset, FORCE_COLOR: _neither, ...env } = process.env

function run(script: string, args: string[], also: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(home, 'dist', script), ...args], {
    cwd: root,
    encoding: 'utf8',
    input: '',
    env: { ...env, ...also },
  })
  return { status, stdout, stderr }
}

beforeAll(() => install(root))

const lines = [
  'check services/price.js',
  'check models/user.js',
  'check models/session.js',
  'check',
  'check broken.js',
  'check models --format json',
  'check models --advice',
  'check "models/*.js"',
  'check nowhere.js',
  'check --strcit',
  'check --format xml',
  'check --help',
  'why Session',
  'why Sesion',
  '--dry-run --yes --timestamp 20250101000000',
  'diagnose relation-does-not-exist',
  'doctor',
  'rollback',
  '--help',
  '--version',
]

const words = (line: string) => line.split(' ').map((word) => word.replaceAll('"', ''))

test.each(lines)('%s', (line) => {
  const sources = run('src/cli/main.js', words(line))
  expect(run('bin.js', words(line))).toEqual(sources)
})

test('colours, where they are wanted', () => {
  const coloured = run('bin.js', ['check', 'models'], { FORCE_COLOR: '1' })
  expect(coloured).toEqual(run('src/cli/main.js', ['check', 'models'], { FORCE_COLOR: '1' }))
  expect(coloured.stdout).toContain('\u001b[')
})

test('a link in node_modules/.cache is not followed: nothing is read, written or deleted there', () => {
  const names = Array.from({ length: 40 }, (_, index) => `file-${index}.code`)
  const foreign = tempProject(Object.fromEntries(names.map((name) => [name, name])))
  const cache = path.join(root, 'node_modules/.cache')
  fs.mkdirSync(cache)
  fs.symlinkSync(foreign, path.join(cache, 'deletedat-codemod'), 'junction')
  for (const line of ['check services/price.js', 'check models/session.js', 'check'])
    expect(run('bin.js', words(line)).stderr).toBe('')
  expect(bytesOf(foreign)).toEqual(Object.fromEntries(names.map((name) => [name, name])))
})

test('the build fails where the sources are not made lazy', () => {
  const { lazily } = require('../../scripts/bundle/lazily.cjs')
  const file = path.join(home, 'dist/src/scan.js')
  expect(lazily('const errors_1 = require("./errors");\nthrow errors_1.fault', file)).not.toContain('const')
  expect(() => lazily('const errors_1 = load(require("./errors"));\nthrow errors_1.fault', file)).toThrow(
    /scan\.js has an import that is not made lazy/,
  )
})

test('what only other loaders need is taken out; a module of Node is its own default, a package is not', () => {
  const { plain } = require('../../scripts/bundle/plain.cjs')
  const head = `"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.one = exports.two = void 0;
`
  const own =
    'const node_path_1 = __importDefault(require("node:path"));\nexports.one = node_path_1.default.sep;\n'
  expect(plain(head + own, 'a.js')).toBe(
    '"use strict";\nconst node_path_1 = require("node:path");\nexports.one = node_path_1.sep;\n',
  )
  const package_ =
    'const semver_1 = __importDefault(require("semver"));\nexports.one = semver_1.default.major;\n'
  expect(plain(head + package_, 'a.js')).toContain(`? mod : { "default": mod };\n};\n${package_}`)
  expect(() => plain(`${head}const a_1 = __importDefault(require("./a"));`, 'a.js')).toThrow(
    /a\.js imports the default of a file of ours/,
  )
})

test('the build fails where nothing was made lazy', () => {
  const dist = path.join(tempProject(), 'dist')
  addFiles(dist, {
    'src/cli/main.js': "const path = require('node:path')\nexports.start = () => path.sep\n",
  })
  const script = path.join(__dirname, '../../scripts/bundle.cjs')
  const { status, stderr } = spawnSync(process.execPath, [script, dist], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringContaining('No import of the sources was made lazy.'),
  })
})

test('a long report goes whole into a pipe, and one whose reader is gone is no fault', () => {
  const many = Array.from({ length: 400 }, (_, index) => [
    path.join(root, `many/model-${index}.js`),
    `module.exports = (s) => s.define('Model${index}', {}, { paranoid: true, tableName: 'Sessions' })\n`,
  ])
  fs.mkdirSync(path.join(root, 'many'))
  for (const [file, text] of many) fs.writeFileSync(file!, text!)
  const whole = run('bin.js', ['check', 'many', '--format', 'compact'])
  expect(whole).toEqual(run('src/cli/main.js', ['check', 'many', '--format', 'compact']))
  expect(whole.stdout.length).toBeGreaterThan(40_000)
  if (process.platform === 'win32') return
  const line = `"${process.execPath}" "${path.join(home, 'dist/bin.js')}" check many --format compact | head -1; echo "\${PIPESTATUS[0]}"`
  const { stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: root, encoding: 'utf8', env })
  expect([stdout.trim().split('\n').at(-1), stderr]).toEqual(['1', ''])
})
