/** A scan that goes on from another finds what it would find by itself. */

import path from 'node:path'
import { scan, scanAgain } from '../../src/scan'
import type { Scan, ScanSettings } from '../../src/types'
import { tempProject } from '../helpers/temp-project'

const model = (name: string, options: string) =>
  `module.exports = (sequelize, DataTypes) => sequelize.define('${name}', { title: DataTypes.STRING }, ${options})\n`

const migration = (body: string) =>
  `module.exports = { up: async (queryInterface, Sequelize) => { ${body} } }\n`

const files = {
  'package.json': '{ "dependencies": { "sequelize": "^6.37.0", "pg": "^8.0.0" } }',
  'models/user.js': model('User', '{ paranoid: true }'),
  'models/post.js': model('Post', "require('./options')"),
  'models/options.js': 'module.exports = { paranoid: true }\n',
  'models/tag.js': model('Tag', '{}'),
  'models/broken.js': 'module.exports = {\n',
  'migrations/1-users.js': migration("await queryInterface.createTable('Users', { id: Sequelize.INTEGER })"),
  'migrations/2-posts.js': migration("await queryInterface.createTable('Posts', { id: Sequelize.INTEGER })"),
}

/** As it is told: a scan's own objects are others each time. */
const told = ({ models, findings, notes, history, files }: Scan) => ({
  models: models.map(({ model, status, reason }) => [
    model.name,
    model.origin,
    model.paranoid,
    status,
    reason,
  ]),
  findings: findings.map(({ rule, message, origin }) => [rule, message, origin]),
  notes,
  history,
  files,
})

describe('read again', () => {
  const root = tempProject(files)
  const settings: ScanSettings = {
    cwd: root,
    paths: ['models'],
    migrations: ['migrations'],
    ignore: [],
    noIgnore: false,
    only: [],
    strict: false,
  }

  test.each([
    ['nothing', {}],
    ['a model', { 'models/user.js': model('User', '{ paranoid: false }') }],
    ['what another file uses', { 'models/options.js': 'module.exports = { paranoid: false }\n' }],
    ['a file that becomes a paranoid model', { 'models/tag.js': model('Tag', '{ paranoid: true }') }],
    ['a file that parses no more', { 'models/tag.js': 'module.exports = (\n' }],
    ['a file that parses again', { 'models/broken.js': 'module.exports = {}\n' }],
    [
      'a new migration',
      {
        'migrations/3-deleted-at.js': migration(
          "await queryInterface.addColumn('Users', 'deletedAt', Sequelize.DATE)",
        ),
      },
    ],
    ['a new file that is imported', { 'models/options/index.js': 'module.exports = {}\n' }],
  ])('%s', async (_, changed: Record<string, string>) => {
    const overlay = new Map(Object.entries(changed).map(([name, text]) => [path.join(root, name), text]))
    const first = await scan(settings)
    const again = await scanAgain(first, overlay, settings)
    expect(told(again)).toEqual(told(await scan(settings, overlay)))
    expect(told(await scan(settings))).toEqual(told(first))
  })

  test('of some files alone', async () => {
    const file = path.join(root, 'models/user.js')
    const overlay = new Map([[file, model('User', '{ paranoid: false }')]])
    const again = await scanAgain(await scan(settings), overlay, settings, { files: [file] })
    expect(told(again)).toEqual(told(await scan({ ...settings, paths: [file] }, overlay)))
  })
})
