import fs from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv/dist/2020'
import schema from '../../schema/report.schema.json'
import { reporters, safe } from '../../src/reporters'
import { sourceLine } from '../../src/reporters/place'
import { type } from '../helpers/command'
import { tempProject } from '../helpers/temp-project'

const define = (name: string, table: string, options: string) =>
  `module.exports = (sequelize, DataTypes) =>\n  sequelize.define('${name}', {}, { tableName: '${table}', ${options} })\n`

const PROJECT = {
  'package.json': JSON.stringify({ dependencies: { sequelize: '6.37.7', pg: '8.0.0' } }),
  'models/user.js': define('User', 'users', 'paranoid: true'),
  'models/post.js': define('Post', 'posts', 'paranoid: true'),
  'models/tag.js': define('Tag', 'tags', 'paranoid: true'),
  'models/log.js': define('Log', 'logs', 'paranoid: true, timestamps: false'),
  'models/city.js': define('City', 'cities', 'paranoid: false'),
  'models/far.js': define('Far', 'faraway', 'paranoid: true'),
  'models/flag.js': `const { soft } = require('not-installed')\n${define('Flag', 'flags', 'paranoid: soft')}`,
  'migrations/20240101000000-create.cjs': `module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('users', { createdAt: Sequelize.DATE, updatedAt: Sequelize.DATE })
    await queryInterface.createTable('posts', { id: Sequelize.INTEGER, deleted_at: Sequelize.DATE })
    await queryInterface.createTable('tags', { id: Sequelize.INTEGER, deletedAt: Sequelize.DATE })
    await queryInterface.createTable('logs', { id: Sequelize.INTEGER })
    await queryInterface.createTable('flags', { id: Sequelize.INTEGER })
  },
}
`,
}

describe('terminal', () => {
  test('what, where with the line itself, the evidence, what to do', async () => {
    const { out, err, code } = await type(tempProject(PROJECT), 'check models')
    expect(err).toBe('')
    expect(code).toBe(1)
    expect(out).toContain(`missing-column (1)

  User is paranoid but table "users" has no "deletedAt" column.
  models/user.js:2
    2 |   sequelize.define('User', {}, { tableName: 'users', paranoid: true })
  migrations/20240101000000-create.cjs:3 the table is made here, without the column
`)
    expect(out).toContain('misnamed-column (1)')
    expect(out).toContain('inert-paranoid (1)')
    expect(out).toContain('undecided (1)\n\n  Flag: ')
    expect(out).toContain('unproven (1)\n\n  Far: No migration makes the table "faraway".  models/far.js:2\n')
    expect(out).toMatch(
      /\n3 findings; 6 paranoid models: 1 proven, 5 not: 3 faulty, 1 undecided, 1 unproven; 7 models in 7 files, judged by migrations\.\nNext: .+\n$/,
    )
  })

  test('--strict lists what cannot be told', async () => {
    const { out, code } = await type(tempProject(PROJECT), 'check models --strict')
    expect(out).toContain('unproven (1)\n\n  Far: ')
    expect(out).toContain('5 findings;')
    expect(code).toBe(1)
  })

  test('one line when there is nothing to say', async () => {
    const root = tempProject(PROJECT)
    expect((await type(root, 'check models/tag.js')).out).toBe(
      'No findings; 1 paranoid among 1 model in 1 file, judged by migrations.\n',
    )
    expect((await type(root, 'check models/city.js')).out).toBe(
      'No paranoid model among 1 model in 1 file, judged by migrations.\n',
    )
  })

  test('--only', async () => {
    const root = tempProject(PROJECT)
    expect((await type(root, 'check models --only Tag')).code).toBe(0)
    const unknown = await type(root, 'check models --only tags')
    expect(unknown).toEqual({ code: 2, out: '', err: 'There is no model tags.\nDid you mean Tag?\n' })
  })

  test('why tells each rule with its place, and what made the column', async () => {
    const { out, code } = await type(tempProject(PROJECT), 'why Tag models')
    expect(code).toBe(0)
    expect(out).toMatch(/^Tag {2}models\/tag\.js:2\n( {2}R\d+ .+\n)+/)
    expect(out).toMatch(/^ {2}R5 .+ {2}models\/tag\.js:2$/m)
    expect(out).toMatch(
      /^ {2}Seen in the migrations: createTable {2}migrations\/20240101000000-create\.cjs:5$/m,
    )
    expect(out).toMatch(/\n {2}ok\n$/)
  })

  test('colours only where they are wanted', async () => {
    const root = tempProject(PROJECT)
    expect((await type(root, 'check models', { FORCE_COLOR: '1' })).out).toContain('\u001b[31m')
    expect((await type(root, 'check models')).out).not.toContain('\u001b')
  })

  test('a long line is cut around the place', async () => {
    const root = tempProject({
      ...PROJECT,
      'models/user.js': `/* ${'before '.repeat(40)}*/ ${define('User', 'users', `paranoid: true, comment: '${'after '.repeat(40)}'`).replace('\n', '')}`,
    })
    const [line = ''] = /^ {4}1 \| .+$/m.exec((await type(root, 'check models --only User')).out) ?? []
    expect(line).toMatch(/^ {4}1 \| \.\.\..*paranoid: true.*\.\.\.$/)
    expect(line.length).toBeLessThanOrEqual(100)
  })

  test('a terminal that was never told its size still shows the line', () => {
    const at = { file: '/p/user.js', line: 1, column: 1, span: [0, 14] as const }
    for (const width of [0, 10]) {
      const view = {
        cwd: '/p',
        color: false,
        width,
        version: '1',
        line: () => 'paranoid: true',
        dryRun: false,
      }
      expect(sourceLine(at, view)).toBe('1 | paranoid: true')
    }
  })
})

describe('json', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(schema)

  async function report(root: string, line: string) {
    const { out, err, code } = await type(root, `${line} --format json`)
    expect(err).toBe('')
    const document = JSON.parse(out)
    validate(document)
    expect(validate.errors).toBeNull()
    return { document, code }
  }

  const modelNamed = (document: { models: { name: string }[] }, name: string) =>
    document.models.find((model) => model.name === name)

  test('check: every field of the contract', async () => {
    const { document, code } = await report(tempProject(PROJECT), 'check models')
    expect(code).toBe(1)
    expect(document).toMatchObject({
      schemaVersion: 1,
      tool: { name: 'deletedat-codemod', version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
      command: 'check',
      project: { root: '.', sequelize: '6.37.7', dialect: 'postgres', migrations: ['migrations'] },
      evidence: 'migrations',
      summary: { files: 7, models: 7, paranoid: 6, ok: 1, findings: 3, written: 0 },
      written: [],
    })
    expect(modelNamed(document, 'Tag')).toEqual({
      name: 'Tag',
      file: 'models/tag.js',
      line: 2,
      style: 'define',
      table: { schema: null, name: 'tags' },
      paranoid: true,
      needsColumn: true,
      attribute: 'deletedAt',
      column: 'deletedAt',
      status: 'ok',
      reason: null,
      paranoidAt: { file: 'models/tag.js', line: 2, column: 52 },
      evidence: { file: 'migrations/20240101000000-create.cjs', line: 5, operation: 'createTable' },
    })
    expect(modelNamed(document, 'Log')).toMatchObject({
      paranoid: true,
      needsColumn: false,
      column: null,
      status: 'inert-paranoid',
    })
    expect(modelNamed(document, 'City')).toMatchObject({
      paranoid: false,
      needsColumn: false,
      status: 'not-paranoid',
    })
    expect(modelNamed(document, 'Flag')).toMatchObject({
      paranoid: null,
      needsColumn: null,
      status: 'undecided',
      reason: expect.any(String),
    })
    expect(modelNamed(document, 'Far')).toMatchObject({
      status: 'unproven',
      reason: expect.stringContaining('faraway'),
    })
    expect(document.findings).toContainEqual({
      rule: 'missing-column',
      model: 'User',
      table: { schema: null, name: 'users' },
      message: 'User is paranoid but table "users" has no "deletedAt" column.',
      hint: expect.any(String),
      file: 'models/user.js',
      line: 2,
      column: 54,
      endLine: 2,
      endColumn: 68,
      severity: 'error',
      modelAt: { file: 'models/user.js', line: 2, column: 3, endLine: 2, endColumn: 71 },
      fingerprint: 'missing-column||User|users',
      helpUri: expect.stringMatching(/\/docs\/rules\/missing-column\.md$/),
    })
  })

  test('the end of a place, with a byte-order mark, and over several lines of any ending', async () => {
    const text = (eol: string) =>
      `\ufeffmodule.exports = (sequelize, D) =>${eol}  sequelize.define('User', {}, { tableName: 'users', 'paranoid':${eol}    true })${eol}`
    for (const eol of ['\n', '\r\n']) {
      const { document } = await report(
        tempProject({ ...PROJECT, 'models/user.js': text(eol) }),
        'check models --only User',
      )
      expect(document.findings).toMatchObject([
        {
          line: 2,
          column: 54,
          endLine: 3,
          endColumn: 9,
          modelAt: { line: 2, column: 3, endLine: 3, endColumn: 12 },
        },
      ])
    }
  })

  test('a fingerprint stays where lines and files change, and two of the same name differ', async () => {
    const prints = async (files: Record<string, string>) =>
      (await report(tempProject({ ...PROJECT, ...files }), 'check models --strict')).document.findings
        .map((one: { fingerprint: string }) => one.fingerprint)
        .sort()
    const before = await prints({})
    expect(new Set(before).size).toBe(before.length)
    const user = PROJECT['models/user.js']
    expect(await prints({ 'models/user.js': '', 'models/a/b.js': `\n\n// moved\n${user}` })).toEqual(before)
    expect(await prints({ 'models/a.js': user })).toEqual([...before, 'missing-column||User|users 2'].sort())
    const slip = 'unreadable||models/a\\|b.js|'
    expect(await prints({ 'models/a|b.js': 'sequelize.define({' })).toEqual([...before, slip].sort())
  })

  test('run: what was written, and how it stands afterwards', async () => {
    const root = tempProject(PROJECT)
    const { document, code } = await report(root, 'models --only User --only Post')
    expect(code).toBe(0)
    expect(document).toMatchObject({
      command: 'run',
      findings: [],
      written: [
        { kind: 'migration', file: 'migrations/20250530120000-add-users-deletedat-column.cjs' },
        { kind: 'rewrite', file: 'models/post.js', backup: 'models/post.js.backup' },
      ],
    })
    expect(modelNamed(document, 'User')).toMatchObject({ status: 'ok', evidence: { operation: 'addColumn' } })
  })

  test('why adds the trace', async () => {
    const { document } = await report(tempProject(PROJECT), 'why User models')
    expect(document.models).toHaveLength(1)
    expect(document.models[0].trace).toContainEqual({
      rule: 'R5',
      says: expect.any(String),
      file: 'models/user.js',
      line: 2,
    })
  })

  test('a dry run, a project without migrations, a file that cannot be read', async () => {
    expect((await report(tempProject(PROJECT), 'models --dry-run')).document).toMatchObject({
      written: [],
      summary: { findings: 3 },
    })
    const { 'models/user.js': user } = PROJECT
    expect((await report(tempProject({ 'models/user.js': user }), 'check')).document.evidence).toBe('none')
    const broken = await report(
      tempProject({ ...PROJECT, 'models/broken.js': 'sequelize.define({' }),
      'check models',
    )
    expect(broken.document.findings[0]).toMatchObject({
      rule: 'unreadable',
      model: null,
      file: 'models/broken.js',
    })
    expect(broken.code).toBe(2)
  })

  test('the contract refuses what is not in it', () => {
    expect(validate({})).toBe(false)
  })

  test('one document for a user error: none', async () => {
    expect(await type(tempProject(PROJECT), 'why Nobody --format json')).toMatchObject({ code: 2, out: '' })
  })
})

test('the list holds each reporter once, and the schema is in the package', () => {
  expect(reporters.map(({ name }) => name)).toEqual([
    'terminal',
    'compact',
    'json',
    'github',
    'gitlab',
    'html',
    'junit',
    'markdown',
    'sarif',
  ])
  expect(fs.existsSync(path.join(__dirname, '../../schema/report.schema.json'))).toBe(true)
})

describe('what is never shown', () => {
  test.each([
    [
      "new Sequelize('postgres://app:s3cret@db.example:5432/shop')",
      "new Sequelize('postgres://***@db.example:5432/shop')",
    ],
    ['mysql://root:p@ss/w:rd@host/db', 'mysql://***@host/db'],
    ["{ username: 'app', password: 's3cret' }", "{ username: 'app', password: '***' }"],
    ['{ "DB_PASSWORD": "s3\\"cret" }', '{ "DB_PASSWORD": "***" }'],
    ["new Sequelize('shop', 'app', 's3cret', {", "new Sequelize('shop', 'app', '***', {"],
    ["apiKey: 'abc', token = `def`", "apiKey: '***', token = `***`"],
    ['https://example.com/a?b=c', 'https://example.com/a?b=c'],
    ["password: DataTypes.STRING, tableName: 'users'", "password: DataTypes.STRING, tableName: 'users'"],
    ['\u001b[2Jgone', '\\u001b[2Jgone'],
    ['a\rb\r\nc\td', 'a\\u000db\r\nc\td'],
    ['safe\u202etxt', 'safe\\u202etxt'],
  ])('%j', (text, shown) => {
    expect(safe(text)).toBe(shown)
  })

  test('a password beside paranoid, in no kind of report', async () => {
    const root = tempProject({
      ...PROJECT,
      'models/user.js': `const { Sequelize } = require('sequelize')
const db = new Sequelize('postgres://app:s3cret@host/db', { password: 's3cret', define: { paranoid: true } })
db.define('User', {}, { tableName: 'users' })
db.define('Odd', {}, { tableName: 'odd', paranoid: lookup('postgres://app:s3cret@host/db') })
`,
    })
    for (const line of [
      'check models',
      'models --dry-run',
      'check models --format json',
      'why User models',
      'why Odd models',
    ]) {
      const { out, err } = await type(root, line)
      expect(out).toMatch(/User|Odd/)
      expect(out + err).not.toContain('s3cret')
    }
  })

  test.each([
    [
      "const db = new Sequelize(DB,\n  process.env.USER || 'app',\n  's3cret', { define: { paranoid: true } })",
    ],
    ["const db = new Sequelize(DB, USER, 's3cret', { define: { paranoid: true } })"],
    ["const db = new Sequelize({ password:\n  's3cret', define: { paranoid: true } })"],
  ])('%j', async (connection) => {
    const root = tempProject({
      ...PROJECT,
      'models/user.js': `const { Sequelize } = require('sequelize')\n${connection}\ndb.define('User', {}, { tableName: 'users' })\n`,
    })
    for (const format of ['terminal', 'json', 'html', 'markdown', 'compact']) {
      const { out, err } = await type(root, `check models --format ${format}`)
      expect(out).toContain('User')
      expect(out + err).not.toContain('s3cret')
    }
  })
})
