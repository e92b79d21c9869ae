/** Which models a changed file can have touched: the same rule for file names, --staged and --since. */

import { type } from '../helpers/command'
import { column, model, table } from '../helpers/repository'
import { addFiles, tempProject } from '../helpers/temp-project'

const judged = async (root: string, ...files: string[]) => {
  const { out, err } = await type(root, ['check', '--allow-empty', '--format', 'json', ...files])
  expect(err).toBe('')
  return JSON.parse(out)
    .models.map(({ name, database }: { name: string; database?: string }) =>
      [database, name].filter(Boolean).join(' '),
    )
    .sort()
}

const manifest = '{"name":"shop","dependencies":{"sequelize":"6.37.8","pg":"8.0.0"}}'

/** As `sequelize init` makes it: an index that loads the folder. */
const index = `const fs = require('fs'); const path = require('path'); const Sequelize = require('sequelize')
const config = require('../config/config.json').development
const sequelize = new Sequelize(config.database, config.username, null, config)
const db = {}
fs.readdirSync(__dirname).filter((file) => file !== 'index.js').forEach((file) => {
  const model = require(path.join(__dirname, file))(sequelize, Sequelize.DataTypes)
  db[model.name] = model
})
module.exports = db
`

const classic = (files: Record<string, string> = {}) =>
  tempProject({
    'package.json': manifest,
    'config/config.json': '{"development":{"dialect":"postgres"}}',
    'models/index.js': index,
    'models/user.js': model('User'),
    'models/post.js': model('Post', 'paranoid: true', "const name = 'user'; const other = 'post';\n"),
    'migrations/20250101000000-create-users.js': table('Users'),
    'migrations/20250101000001-create-posts.js': table('Posts'),
    'services/names.js': "const db = require('../models'); module.exports = () => db.User.findAll()\n",
    ...files,
  })

describe('the layout of sequelize init', () => {
  test('a model alone, though an index loads all', async () => {
    expect(await judged(classic(), 'models/user.js')).toEqual(['User'])
  })

  test('what only uses models touches none', async () => {
    expect(await judged(classic(), 'services/names.js')).toEqual([])
  })

  test.each(['models/index.js', 'config/config.json', 'package.json'])('%s touches all', async (file) => {
    expect(await judged(classic(), file)).toEqual(['Post', 'User'])
  })

  test('.sequelizerc touches all', async () => {
    const root = classic({ '.sequelizerc': "module.exports = { 'migrations-path': 'migrations' }\n" })
    expect(await judged(root, '.sequelizerc')).toEqual(['Post', 'User'])
  })

  test('a migration touches the models of its table', async () => {
    expect(await judged(classic(), 'migrations/20250101000001-create-posts.js')).toEqual(['Post'])
  })

  test('several files at once, and a folder beside them', async () => {
    const root = classic({ 'other/tag.js': model('Tag') })
    expect(await judged(root, 'migrations/20250101000001-create-posts.js', 'other')).toEqual(['Post', 'Tag'])
    expect(await judged(root, 'models/user.js', 'migrations/20250101000001-create-posts.js')).toEqual([
      'Post',
      'User',
    ])
  })
})

describe('migrations', () => {
  test('a table that is renamed later', async () => {
    const root = classic({
      'migrations/20250101000002-x.js': column('Articles'),
      'migrations/20250101000003-rename.js':
        "exports.up = (queryInterface) => queryInterface.renameTable('Articles', 'Posts')\n",
    })
    expect(await judged(root, 'migrations/20250101000002-x.js')).toEqual(['Post'])
  })

  test('a helper that some of them use', async () => {
    const root = classic({
      'migrations-helpers/add.js':
        "exports.add = (queryInterface, table) => queryInterface.addColumn(table, 'deletedAt', 'DATE')\n",
      'migrations/20250101000002-x.js':
        "const { add } = require('../migrations-helpers/add'); exports.up = (queryInterface) => add(queryInterface, 'Users')\n",
    })
    expect(await judged(root, 'migrations-helpers/add.js')).toEqual(['User'])
  })

  test('a text of SQL that one of them reads', async () => {
    const root = classic({
      'migrations/sql/users.sql': 'ALTER TABLE "Users" ADD COLUMN "deletedAt" timestamptz;',
      'migrations/20250101000002-x.js':
        "const fs = require('fs'); const path = require('path'); exports.up = (queryInterface) => queryInterface.sequelize.query(fs.readFileSync(path.join(__dirname, 'sql/users.sql'), 'utf8'))\n",
    })
    expect(await judged(root, 'migrations/sql/users.sql')).toEqual(['User'])
  })

  test('a history of SQL', async () => {
    const root = tempProject({
      'package.json': manifest,
      'models/user.js': model('User'),
      'models/post.js': model('Post'),
      'db/migrations/V1__users.sql': 'CREATE TABLE "Users" (id integer);',
      'db/migrations/V2__posts.sql': 'CREATE TABLE "Posts" (id integer);',
    })
    expect(await judged(root, 'db/migrations/V2__posts.sql')).toEqual(['Post'])
  })

  test('one that cannot be read touches every table', async () => {
    const root = classic({
      'migrations/20250101000002-x.js':
        'exports.up = (queryInterface) => queryInterface.addColumn(process.env.TABLE, "deletedAt", "DATE")\n',
    })
    expect(await judged(root, 'migrations/20250101000002-x.js')).toEqual(['Post', 'User'])
  })
})

describe('code that definitions are made of', () => {
  test('a shared default', async () => {
    const root = classic({
      'lib/defaults.js': 'module.exports = { paranoid: true }\n',
      'models/tag.js': model('Tag', "...require('../lib/defaults')"),
    })
    expect(await judged(root, 'lib/defaults.js')).toEqual(['Tag'])
  })

  test('a default of a default, by a wrapper', async () => {
    const root = classic({
      'lib/soft.js': 'exports.soft = true\n',
      'lib/define.js':
        "const { soft } = require('./soft'); module.exports = (sequelize, name, attributes) => sequelize.define(name, attributes, { paranoid: soft })\n",
      'models/tag.js':
        "const define = require('../lib/define'); module.exports = (sequelize) => define(sequelize, 'Tag', {})\n",
    })
    expect(await judged(root, 'lib/soft.js')).toEqual(['Tag'])
    expect(await judged(root, 'lib/define.js')).toEqual(['Tag'])
  })

  test('the options that the loader hands to all models', async () => {
    const root = classic({
      'lib/define.js': 'module.exports = { paranoid: true }\n',
      'models/index.js': index.replace(
        'null, config)',
        "null, { ...config, define: require('../lib/define') })",
      ),
    })
    expect(await judged(root, 'lib/define.js')).toEqual(['Post', 'User'])
  })

  test('settings of the package config', async () => {
    const root = tempProject({
      'package.json': manifest,
      'config/default.json': '{"database":{"define":{"paranoid":true}}}',
      'db.js':
        "const config = require('config'); const { Sequelize } = require('sequelize'); module.exports = new Sequelize('x', config.database)\n",
      'models/user.js': "const db = require('../db'); module.exports = db.define('User', {})\n",
    })
    expect(await judged(root, 'config/default.json')).toEqual(['User'])
    expect(await judged(root, 'db.js')).toEqual(['User'])
  })

  test('a default that is gone touches who asks for it', async () => {
    const root = classic({ 'models/tag.js': model('Tag', "...require('../lib/defaults')") })
    // The name of a file that is not there is an error; git tells of it (staged.test.ts).
    expect(await judged(root, 'models/tag.js')).toEqual(['Tag'])
  })
})

describe('classes that import each other', () => {
  const ts = tempProject({
    'package.json':
      '{"name":"shop","dependencies":{"sequelize":"6.37.8","sequelize-typescript":"2.1.6","pg":"8.0.0"}}',
    'src/base.ts':
      "import { Model, Table } from 'sequelize-typescript'\nimport { SOFT } from './constants'\nexport abstract class Base extends Model {}\nexport const options = { paranoid: SOFT }\n",
    'src/constants.ts': 'export const SOFT = true\nexport const PAGE = 20\n',
    'src/models/index.ts':
      "export { User } from './user'\nexport { Post } from './post'\nexport { Admin } from './admin'\n",
    'src/stars.ts': "export * from './models/user'\nexport * from './models/post'\n",
    'src/models/user.ts':
      "import { Table, HasMany, Model } from 'sequelize-typescript'\nimport { Post } from '.'\nimport { PAGE } from '../constants'\n@Table({ paranoid: true })\nexport class User extends Model { static page() { return PAGE }\n @HasMany(() => Post) posts!: Post[] }\n",
    'src/models/post.ts':
      "import { Table, BelongsTo } from 'sequelize-typescript'\nimport { User } from '.'\nimport { Base, options } from '../base'\n@Table(options)\nexport class Post extends Base { @BelongsTo(() => User) user!: User }\n",
    'src/models/admin.ts':
      "import { Table } from 'sequelize-typescript'\nimport { User } from '.'\n@Table\nexport class Admin extends User {}\n",
    'src/models/guest.ts':
      "import { Table } from 'sequelize-typescript'\nimport { User } from '../stars'\n@Table\nexport class Guest extends User {}\n",
    'src/db.ts':
      "import { Sequelize } from 'sequelize-typescript'\nimport { User, Post, Admin } from './models'\nexport const db = new Sequelize({ dialect: 'postgres', models: [User, Post, Admin] })\n",
  })

  test.each([
    ['src/models/post.ts', ['Post']],
    ['src/models/admin.ts', ['Admin']],
    ['src/models/user.ts', ['Admin', 'Guest', 'User']],
    ['src/base.ts', ['Post']],
    ['src/constants.ts', ['Post']],
    ['src/db.ts', ['Admin', 'Guest', 'Post', 'User']],
  ])('%s', async (file, models) => {
    expect(await judged(ts, file)).toEqual(models)
  })
})

test('several databases: each change touches its own', async () => {
  const root = tempProject({
    'package.json': '{"name":"all","private":true}',
    'shared/base.js': 'module.exports = { paranoid: true }\n',
  })
  for (const name of ['shop', 'blog'])
    addFiles(root, {
      [`${name}/package.json`]: manifest.replace('shop', name),
      [`${name}/config/config.json`]: '{"development":{"dialect":"postgres"}}',
      [`${name}/models/index.js`]: index,
      [`${name}/models/user.js`]: model('User', "...require('../../shared/base')"),
      [`${name}/models/post.js`]: model('Post'),
      [`${name}/migrations/20250101000000-users.js`]: table('Users'),
    })
  expect(await judged(root, 'shop/migrations/20250101000000-users.js')).toEqual(['User'])
  expect(await judged(root, 'blog/config/config.json')).toEqual(['Post', 'User'])
  expect(await judged(root, 'shared/base.js')).toEqual(['blog User', 'shop User'])
})

test('the next command repairs what a named migration touches', async () => {
  const root = classic()
  const drop = 'migrations/20250101000001-create-posts.js'
  const { out } = await type(root, ['check', drop])
  expect(out).toContain(`Next: npx deletedat-codemod ${drop}\n`)
  const { code, out: wrote } = await type(root, [drop])
  expect({ code, wrote }).toEqual({ code: 0, wrote: expect.stringContaining('add-Posts-deletedat-column') })
  expect((await type(root, ['check', drop])).code).toBe(0)
  expect((await type(root, ['check', 'models/user.js'])).code).toBe(1)
})
