/** Where a project keeps its migrations: .sequelizerc read without running it, else the usual places. */

import path from 'node:path'
import { createReader } from '../../src/io/reading/files'
import { inOrder, type Layout, layoutOf, migrationFiles } from '../../src/migrations'
import { bytesOf, tempProject } from '../helpers/temp-project'

interface Found extends Layout {
  root: string
}

/** @param models folders of models; given: --migrations. All relative to the root. */
function layout(
  files: Record<string, string>,
  { given = [], models = ['models'] }: { given?: string[]; models?: string[] } = {},
): Found {
  const root = tempProject(files)
  const all = Object.keys(bytesOf(root)).map((name) => path.join(root, name))
  const folders = models.map((one) => path.join(root, one))
  const found = layoutOf(root, given, folders, () => all, createReader(undefined, root))
  const relative = (file: string) => path.relative(root, file).split(path.sep).join('/')
  return { ...found, migrations: found.migrations.map(relative), configs: found.configs.map(relative), root }
}

const migration = 'exports.up = async () => {}\n'
const elsewhere = { 'db/changes/20240101000000-a.js': migration }

describe('.sequelizerc', () => {
  it.each([
    ['path.resolve', "path.resolve('db', 'changes')"],
    ['path.resolve and __dirname', "path.resolve(__dirname, 'db/changes')"],
    ['path.join and __dirname', "path.join(__dirname, 'db', 'changes')"],
    ['process.cwd()', "path.join(process.cwd(), 'db/changes')"],
    ['a text', "'./db/changes'"],
    ['a template', '`$' + '{__dirname}/db/changes`'],
    ['a constant', "path.resolve(base, 'changes')"],
  ])('is read statically: %s', (_, folder) => {
    const rc = `const path = require('path')\nconst base = path.resolve('db')\nmodule.exports = { 'migrations-path': ${folder} }\n`
    expect(layout({ ...elsewhere, '.sequelizerc': rc })).toMatchObject({
      migrations: ['db/changes'],
      notes: [],
    })
  })

  it.each([
    ['named exports', "export const migrationsPath = path.resolve('db/changes')"],
    [
      'a named export with dashes',
      "const at = path.resolve('db/changes')\nexport { at as 'migrations-path' }",
    ],
    ['a default export', "export default { 'migrations-path': path.resolve('db/changes') }"],
    [
      'import.meta.url',
      "export default { 'migrations-path': fileURLToPath(new URL('./db/changes', import.meta.url)) }",
    ],
  ])('is read as an ES module: %s', (_, body) => {
    const rc = `import path from 'node:path'\nimport { fileURLToPath } from 'node:url'\n${body}\n`
    expect(layout({ ...elsewhere, '.sequelizerc': rc })).toMatchObject({
      migrations: ['db/changes'],
      notes: [],
    })
  })

  it('follows an import', () => {
    const files = {
      ...elsewhere,
      'paths.js': "exports.changes = require('path').join(__dirname, 'db', 'changes')\n",
      '.sequelizerc': "module.exports = { 'migrations-path': require('./paths').changes }\n",
    }
    expect(layout(files).migrations).toEqual(['db/changes'])
  })

  it('is CommonJS in a package of ES modules too', () => {
    const files = {
      ...elsewhere,
      'package.json': '{ "type": "module" }',
      'settings/db.cjs': 'module.exports = {}\n',
      '.sequelizerc':
        "const path = require('path')\nmodule.exports = { config: path.resolve('settings', 'db.cjs'), 'migrations-path': path.resolve('db', 'changes') }\n",
    }
    expect(layout(files)).toMatchObject({
      migrations: ['db/changes'],
      configs: ['settings/db.cjs'],
      notes: [],
    })
  })

  it('names the config as well', () => {
    const files = {
      ...elsewhere,
      'settings/db.js': 'module.exports = {}\n',
      'config/config.json': '{}\n',
      '.sequelizerc':
        "const { resolve } = require('path')\nmodule.exports = { config: resolve('settings', 'db.js'), 'migrations-path': resolve('db/changes') }\n",
    }
    expect(layout(files).configs).toEqual(['settings/db.js', 'config/config.json'])
  })

  it('names a folder that does not exist: it is said, and the usual places are tried', () => {
    const files = {
      'migrations/20240101000000-a.js': migration,
      '.sequelizerc': "module.exports = { 'migrations-path': require('path').resolve('db/changes') }\n",
    }
    expect(layout(files)).toMatchObject({
      migrations: ['migrations'],
      notes: [
        '.sequelizerc names the migrations folder db/changes, which does not exist. The usual places are tried.',
      ],
    })
  })

  it('cannot be read as far as the folder: it is said, and the usual places are tried', () => {
    const files = {
      'migrations/20240101000000-a.js': migration,
      '.sequelizerc': "module.exports = { 'migrations-path': process.env.CHANGES }\n",
    }
    expect(layout(files)).toMatchObject({
      migrations: ['migrations'],
      notes: [
        '.sequelizerc cannot be read as far as the migrations folder: it comes from the environment. The usual places are tried.',
      ],
    })
  })

  it('asks a function for the folder: it is said', () => {
    const rc = "module.exports = { 'migrations-path': require('@studio/paths').changes() }\n"
    const { notes } = layout({ 'migrations/20240101000000-a.js': migration, '.sequelizerc': rc })
    expect(notes).toEqual([
      '.sequelizerc cannot be read as far as the migrations folder: its value is no text that can be read. The usual places are tried.',
    ])
  })

  it('does not parse: it is said', () => {
    const { migrations, notes } = layout({
      'migrations/20240101000000-a.js': migration,
      '.sequelizerc': 'module.exports = {',
    })
    expect(migrations).toEqual(['migrations'])
    expect(notes).toEqual([
      expect.stringMatching(/^\.sequelizerc cannot be read as far as the migrations folder/),
    ])
  })

  it('says nothing of migrations: nothing is said', () => {
    const files = {
      'migrations/20240101000000-a.js': migration,
      '.sequelizerc': "module.exports = { config: 'config/config.json' }\n",
    }
    expect(layout(files)).toMatchObject({ migrations: ['migrations'], notes: [] })
  })
})

describe('--migrations', () => {
  const files = {
    ...elsewhere,
    'migrations/20240101000000-a.js': migration,
    '.sequelizerc': "module.exports = { 'migrations-path': 'migrations' }\n",
  }

  it('is taken as it is, several times, before .sequelizerc', () => {
    expect(layout(files, { given: ['db/changes', './migrations'] })).toMatchObject({
      migrations: ['db/changes', 'migrations'],
      notes: [],
    })
  })

  it('names a folder that does not exist: it is said, and nothing else is tried', () => {
    expect(layout(files, { given: ['nowhere'] })).toMatchObject({
      migrations: [],
      notes: ['The migrations folder nowhere does not exist.'],
    })
  })
})

describe('the usual places', () => {
  it.each([
    'migrations',
    'db/migrations',
    'database/migrations',
    'sequelize/migrations',
    'src/migrations',
    'src/db/migrations',
    'src/database/migrations',
  ])('%s', (folder) => {
    expect(layout({ [`${folder}/20240101000000-a.js`]: migration }).migrations).toEqual([folder])
  })

  it('beside the models come first', () => {
    const files = {
      'backend/migrations/20240101000000-a.cjs': migration,
      'migrations/20240101000000-a.js': migration,
    }
    expect(layout(files, { models: ['backend/models'] }).migrations).toEqual(['backend/migrations'])
    expect(layout(files, { models: ['models'] }).migrations).toEqual(['migrations'])
  })

  it('a folder without any migration is none', () => {
    expect(layout({ 'migrations/.gitkeep': '' }).migrations).toEqual([])
  })

  it('else wherever stamped files lie in a folder of that name', () => {
    const files = {
      'server/lib/migrate/20240101000000-a.js': migration,
      'logs/20240101000000.js': migration,
    }
    expect(layout(files).migrations).toEqual(['server/lib/migrate'])
  })
})

describe('files', () => {
  const filesIn = (names: string[]) => {
    const root = tempProject(Object.fromEntries(names.map((name) => [`migrations/${name}`, migration])))
    const folder = path.join(root, 'migrations')
    return inOrder(migrationFiles([folder], createReader(undefined, root))).map((file) =>
      path.relative(folder, file).split(path.sep).join('/'),
    )
  }

  it('are of every kind that runs, and no declarations', () => {
    expect(
      filesIn([
        '1-a.js',
        '2-b.cjs',
        '3-c.mjs',
        '4-d.ts',
        '5-e.cts',
        '6-f.mts',
        '7-g.d.ts',
        '8-h.md',
        '9-i.json',
      ]),
    ).toEqual(['1-a.js', '2-b.cjs', '3-c.mjs', '4-d.ts', '5-e.cts', '6-f.mts'])
  })

  it('of SQL count only where there is nothing else', () => {
    expect(filesIn(['V1__a.sql', 'V10__c.sql', 'V2__b.sql'])).toEqual([
      'V1__a.sql',
      'V2__b.sql',
      'V10__c.sql',
    ])
    expect(filesIn(['20240101000000-a.js', 'sqls/20240101000000-a-up.sql'])).toEqual(['20240101000000-a.js'])
  })

  it('stamped ones come by name, whatever their folder', () => {
    expect(filesIn(['v2/20240103000000-c.js', 'v10/20240102000000-b.js', '20240101000000-a.js'])).toEqual([
      '20240101000000-a.js',
      'v10/20240102000000-b.js',
      'v2/20240103000000-c.js',
    ])
  })

  it('others come by folder, and by number in it', () => {
    expect(filesIn(['v10/1-a.js', 'v2/10-c.js', 'v2/9-b.js'])).toEqual([
      'v2/9-b.js',
      'v2/10-c.js',
      'v10/1-a.js',
    ])
  })

  it('given twice are taken once', () => {
    const root = tempProject({ 'migrations/v1/20240101000000-a.js': migration })
    const folders = ['migrations', 'migrations/v1'].map((one) => path.join(root, one))
    expect(migrationFiles(folders, createReader(undefined, root))).toHaveLength(1)
  })
})
