/** The transforms as a user has them: built, installed as a package, run by jscodeshift's own command. */

import { execFile, execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import jscodeshift from 'jscodeshift'
import { parser } from '../../transforms/parser'
import { bytesOf, tempProject } from '../helpers/temp-project'

const root = path.join(__dirname, '../..')
const runner = require.resolve('jscodeshift/bin/jscodeshift.js')

/** What `npm install` would leave in node_modules. */
const installed = path.join(tempProject(), 'deletedat-codemod')

beforeAll(() => {
  const tsc = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')
  const dist = path.join(installed, 'dist')
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', dist], {
    cwd: root,
    stdio: 'pipe',
  })
  fs.cpSync(path.join(root, 'templates'), path.join(installed, 'templates'), { recursive: true })
  fs.cpSync(path.join(root, 'package.json'), path.join(installed, 'package.json'))
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(installed, 'node_modules'), 'junction')
})

function project(files: Record<string, string | Buffer>): string {
  const cwd = tempProject({ 'package.json': '{ "dependencies": { "sequelize": "^6.37.8" } }', ...files })
  fs.mkdirSync(path.join(cwd, 'node_modules'))
  fs.symlinkSync(installed, path.join(cwd, 'node_modules', 'deletedat-codemod'), 'junction')
  return cwd
}

interface Run {
  code: number
  out: string
}

/** `--no-babel` spares it compiling what is compiled already; without it the first test runs. */
function codeshift(cwd: string, transform: string, ...args: string[]): Promise<Run> {
  return run(cwd, transform, '--no-babel', ...args)
}

function run(cwd: string, transform: string, ...args: string[]): Promise<Run> {
  const file = `node_modules/deletedat-codemod/dist/transforms/${transform}.js`
  return new Promise((resolve) => {
    const all = [runner, '-t', file, '--extensions=js,mjs,cjs,ts', '--fail-on-error', ...args]
    const child = execFile(process.execPath, all, { cwd }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, out: stdout + stderr }),
    )
  })
}

const filesOf = (cwd: string, folder: string) => bytesOf(path.join(cwd, folder))

const define = (name: string, options = '{ paranoid: true }', attributes = '{}') =>
  `module.exports = (sequelize, DataTypes) => sequelize.define('${name}', ${attributes}, ${options})\n`

describe('disable-paranoid', () => {
  const crlf = (paranoid: string) =>
    `\uFEFF'use strict'\r\n\r\nmodule.exports = (sequelize, DataTypes) => {\r\n\treturn sequelize.define('Session', {}, {\r\n\t\tparanoid: ${paranoid}, // soft\r\n\t})\r\n}\r\n`
  const esm = (paranoid: string) =>
    `import { Model } from 'sequelize'\nexport class Login extends Model {\n  static setup = (sequelize) => this.init({}, { sequelize, "paranoid": ${paranoid} })\n}\n`
  const decorated = (table: string) =>
    `import { DeletedAt, Model, Table } from 'sequelize-typescript'\n\n@Table${table}\nexport class Token extends Model {\n  @DeletedAt deletedAt: Date\n}\n`
  const user = define('User', '{ paranoid: false }')

  test('every other byte stays, and a second run finds nothing to do', async () => {
    const cwd = project({
      'models/session.js': crlf('true'),
      'models/login.mjs': esm('true'),
      'models/token.ts': decorated(''),
      'models/user.js': user,
    })
    const { code, out } = await run(cwd, 'disable-paranoid', 'models/')
    expect([code, out]).toEqual([0, expect.stringContaining('3 ok')])
    const bytes = (text: string) => Buffer.from(text).toString('latin1')
    expect(filesOf(cwd, 'models')).toEqual({
      'login.mjs': esm('false'),
      'session.js': bytes(crlf('false')),
      'token.ts': decorated('({ paranoid: false })'),
      'user.js': user,
    })
    expect(out).toContain('@DeletedAt stays')
    expect((await codeshift(cwd, 'disable-paranoid', 'models/')).out).toContain('0 ok')
  })

  test('--only and --dry', async () => {
    const cwd = project({ 'models/a.js': define('A'), 'models/b.js': define('B') })
    const before = filesOf(cwd, 'models')
    expect((await codeshift(cwd, 'disable-paranoid', '--dry', 'models/')).out).toContain('2 ok')
    expect(filesOf(cwd, 'models')).toEqual(before)
    await codeshift(cwd, 'disable-paranoid', '--only=B', 'models/')
    expect(filesOf(cwd, 'models')).toEqual({ ...before, 'b.js': define('B', '{ paranoid: false }') })
  })

  test('what is shared across files is not changed there', async () => {
    const soft = 'exports.soft = { paranoid: true }\n'
    const model = (name: string, options: string) =>
      `const { soft } = require('./soft')\n${define(name, options)}`
    const cwd = project({
      'models/a.js': model('A', 'soft'),
      'models/b.js': model('B', '{ ...soft }'),
      'models/soft.js': soft,
    })
    await codeshift(cwd, 'disable-paranoid', 'models/a.js')
    expect(filesOf(cwd, 'models')).toEqual({
      'a.js': model('A', '{ ...soft, paranoid: false }'),
      'b.js': model('B', '{ ...soft }'),
      'soft.js': soft,
    })
  })

  test('a file that does not parse or is no UTF-8 is an error; the others are handled', async () => {
    const latin1 = Buffer.from(define('L', "{ paranoid: true, comment: 'caf\u00e9' }"), 'latin1')
    const cwd = project({
      'models/broken.js': 'module.exports = { paranoid: true',
      'models/latin.js': latin1,
      'models/a.js': define('A'),
    })
    const { code, out } = await codeshift(cwd, 'disable-paranoid', 'models/')
    expect(code).toBe(1)
    expect(out).toContain('2 errors')
    expect(out).toContain('The file does not parse')
    expect(out).toContain('The file is not UTF-8')
    expect(filesOf(cwd, 'models')).toEqual({
      'a.js': define('A', '{ paranoid: false }'),
      'broken.js': 'module.exports = { paranoid: true',
      'latin.js': latin1.toString('latin1'),
    })
  })

  test('what cannot be done or told is reported', async () => {
    const stamps = 'exports.stamps = (DataTypes) => ({ deletedAt: DataTypes.DATE })\n'
    const cwd = project({
      'models/a.js': `const { stamps } = require('./stamps')\n${define('A', '{ paranoid: true }', '{ ...stamps(DataTypes) }')}`,
      'models/b.js': define('B', '{ paranoid: process.env.SOFT }'),
      'models/stamps.js': stamps,
    })
    const before = filesOf(cwd, 'models')
    const { out } = await codeshift(cwd, 'disable-paranoid', 'models/')
    expect(out).toContain('The attribute deletedAt of A is declared at stamps.js:1')
    expect(out).toContain('Cannot tell whether it is paranoid: the value is "process.env.SOFT"')
    expect(filesOf(cwd, 'models')).toEqual(before)
  })
})

describe('map-deletedat-column', () => {
  test('uses the column that is named, for whoever is told by --all', async () => {
    const cwd = project({
      'models/a.js': define('A'),
      'models/b.js': define('B', '{ paranoid: true, underscored: true }'),
    })
    const { code } = await codeshift(
      cwd,
      'map-deletedat-column',
      '--column=deleted_at',
      '--all=true',
      'models/',
    )
    expect(code).toBe(0)
    expect(filesOf(cwd, 'models')).toEqual({
      'a.js': define('A', "{ paranoid: true, deletedAt: 'deleted_at' }"),
      'b.js': define('B', '{ paranoid: true, underscored: true }'),
    })
    const again = await codeshift(cwd, 'map-deletedat-column', '--column=deleted_at', '--all=true', 'models/')
    expect(again.out).toContain('0 ok')
  })

  test('asks for --column', async () => {
    const cwd = project({ 'models/a.js': define('A') })
    const { code, out } = await codeshift(cwd, 'map-deletedat-column', 'models/')
    expect(code).toBe(1)
    expect(out).toContain('--column is missing.')
    expect(out).toContain('Say it as --column=deleted_at.')
  })
})

describe('by what the history says', () => {
  /** Fine has its column, Lost lacks it, Misnamed has another, Nobody has a table that no migration makes. */
  const names = ['Fine', 'Lost', 'Misnamed', 'Nobody']
  const files = {
    ...Object.fromEntries(
      names.map((name) => [`models/${name}.js`, define(name, `{ paranoid: true, tableName: '${name}' }`)]),
    ),
    'migrations/1-create.js': `module.exports = { up: async (q, S) => {
  await q.createTable('Fine', { id: S.INTEGER, deletedAt: S.DATE })
  await q.createTable('Lost', { id: S.INTEGER })
  await q.createTable('Misnamed', { id: S.INTEGER, deleted_at: S.DATE })
}}
`,
  }
  const changed = (cwd: string) => {
    const now = bytesOf(cwd)
    return names.filter(
      (name) => now[`models/${name}.js`] !== files[`models/${name}.js` as keyof typeof files],
    )
  }
  const added = (cwd: string) =>
    Object.keys(filesOf(cwd, 'migrations')).filter((name) => !name.startsWith('1-'))

  test('disable-paranoid leaves what is sound or not proven alone, and says why', async () => {
    const cwd = project(files)
    const { out } = await codeshift(cwd, 'disable-paranoid', 'models/')
    expect(changed(cwd)).toEqual(['Lost', 'Misnamed'])
    expect(out).toContain('Nobody: No migration makes the table "Nobody".')
    expect(out).toContain('--only=Nobody')
    expect(out).not.toContain('Fine')
  })

  test('disable-paranoid does as told by --only and --all', async () => {
    const cwd = project(files)
    await codeshift(cwd, 'disable-paranoid', '--only=Fine', 'models/')
    expect(changed(cwd)).toEqual(['Fine'])
    await codeshift(cwd, 'disable-paranoid', '--all=true', 'models/')
    expect(changed(cwd)).toEqual(names)
  })

  test('map-deletedat-column maps only what has that column', async () => {
    const cwd = project(files)
    await codeshift(cwd, 'map-deletedat-column', '--column=deleted_at', 'models/')
    expect(changed(cwd)).toEqual(['Misnamed'])
  })

  test('map-deletedat-column does as told by --only', async () => {
    const cwd = project(files)
    await codeshift(cwd, 'map-deletedat-column', '--column=gone', '--only=Lost', 'models/')
    expect(changed(cwd)).toEqual(['Lost'])
  })

  test('add-deletedat-column writes for what lacks the column; for a misnamed one only on purpose', async () => {
    const cwd = project(files)
    const tables = () => added(cwd).map((name) => /add-(\w+?)-/.exec(name)?.[1])
    const { out } = await codeshift(cwd, 'add-deletedat-column', '--migrations=migrations', 'models/')
    expect(tables()).toEqual(['Lost'])
    expect(out).toContain('would start empty and bring back every soft-deleted row')
    expect(out).toContain('--only=Nobody')
    await codeshift(cwd, 'add-deletedat-column', '--migrations=migrations', '--only=Misnamed', 'models/')
    expect(tables()).toEqual(['Lost'])
    await codeshift(
      cwd,
      'add-deletedat-column',
      '--migrations=migrations',
      '--accept-reappearing=true',
      'models/',
    )
    expect(tables()).toEqual(['Lost', 'Misnamed'])
    await codeshift(cwd, 'add-deletedat-column', '--migrations=migrations', '--all=true', 'models/')
    expect(tables()).toEqual(['Lost', 'Misnamed', 'Nobody'])
  })

  test('a switch that swallowed a path is an error', async () => {
    const cwd = project(files)
    const { code, out } = await codeshift(
      cwd,
      'disable-paranoid',
      'models/Lost.js',
      '--all',
      'models/Fine.js',
    )
    expect(code).toBe(1)
    expect(out).toContain('--all took "models/Fine.js" for its value.')
    expect(out).toContain('Say it as --all=true.')
    expect(changed(cwd)).toEqual([])
  })
})

describe('add-deletedat-column', () => {
  const create = (...names: string[]) =>
    `module.exports = { up: async (q, S) => {\n${names.map((name) => `  await q.createTable('${name}s', { id: S.INTEGER })\n`).join('')}} }\n`

  test('several processes at once: every table once, no stamp twice, all after what is there', async () => {
    const names = [...'ABCDEFGHIJKL']
    const cwd = project({
      ...Object.fromEntries(names.map((name) => [`models/${name}.js`, define(name)])),
      'models/again.js': define('A'),
      'migrations/20250101000000-create.js': create(...names),
    })
    const models = filesOf(cwd, 'models')
    const shares = [0, 1, 2, 3].map((share) =>
      names.filter((_, index) => index % 4 === share).map((name) => `models/${name}.js`),
    )
    const runs = await Promise.all(
      shares.map((files) =>
        codeshift(
          cwd,
          'add-deletedat-column',
          '--migrations=migrations',
          '--timestamp=20250530000000',
          ...files,
          'models/again.js',
        ),
      ),
    )
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    const made = Object.keys(filesOf(cwd, 'migrations')).filter((name) => !name.includes('create'))
    expect(made.map((name) => name.slice(15)).sort()).toEqual(
      names.map((name) => `add-${name}s-deletedat-column.cjs`),
    )
    expect(made.map((name) => Number(name.slice(0, 14))).sort()).toEqual(
      names.map((_, index) => 20250530000000 + index),
    )
    expect(filesOf(cwd, 'models')).toEqual(models)

    const again = await codeshift(cwd, 'add-deletedat-column', '--migrations=migrations', 'models/')
    expect(again.code).toBe(0)
    expect(Object.keys(filesOf(cwd, 'migrations'))).toHaveLength(13)
  })

  test('--dry writes nothing and says what it would', async () => {
    const cwd = project({ 'models/a.js': define('A') })
    const { out } = await codeshift(
      cwd,
      'add-deletedat-column',
      '--dry',
      '--migrations=db/migrations',
      '--timestamp=20250530000000',
      'models/',
    )
    expect(out).toContain('20250530000000-add-As-deletedat-column.cjs adds "deletedAt" to "As".')
    expect(fs.readdirSync(cwd).sort()).toEqual(['models', 'node_modules', 'package.json'])
  })

  test('makes the folder, and leaves no lock behind', async () => {
    const cwd = project({ 'models/a.js': define('A'), 'models/b.js': define('B', '{ paranoid: false }') })
    await codeshift(
      cwd,
      'add-deletedat-column',
      '--migrations=db/migrations',
      '--timestamp=20250530000000',
      'models/',
    )
    expect(Object.keys(filesOf(cwd, 'db/migrations'))).toEqual(['20250530000000-add-As-deletedat-column.cjs'])
  })

  test('what no migration repairs is reported', async () => {
    const cwd = project({
      'models/a.js': define('A', '{ paranoid: true, timestamps: false }'),
      'models/b.js': define('B'),
      'migrations/1-create.js':
        "module.exports = { up: (q, S) => q.createTable('Bs', { id: S.INTEGER, deleted_at: S.DATE }) }\n",
    })
    const { out } = await codeshift(cwd, 'add-deletedat-column', '--migrations=migrations', 'models/')
    expect(out).toContain('timestamps is off')
    expect(out).toContain('the column there is "deleted_at"')
    expect(Object.keys(filesOf(cwd, 'migrations'))).toEqual(['1-create.js'])
  })

  test('asks for --migrations', async () => {
    const cwd = project({ 'models/a.js': define('A') })
    expect((await codeshift(cwd, 'add-deletedat-column', 'models/')).out).toContain(
      '--migrations is missing.',
    )
  })
})

test('the parser reads what the default one of jscodeshift does not', () => {
  const text = '@Table()\nexport class A extends Model<A> {\n\t@DeletedAt declare deletedAt: Date | null\n}\n'
  const j = jscodeshift.withParser(parser)
  expect(j(text).find(j.ClassProperty)).toHaveLength(1)
  expect(j(text).toSource()).toBe(text)
})
