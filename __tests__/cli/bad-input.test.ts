import fs from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { addFiles, bytesOf, tempProject } from '../helpers/temp-project'

/** A project in which User drifts; every other file of a test lies beside it. */
const DRIFTING = {
  'models/user.js': `module.exports = (sequelize, DataTypes) =>
  sequelize.define('User', {}, { tableName: 'users', paranoid: true })
`,
  'migrations/20240101000000-create-users.cjs': `module.exports = {
  up: (queryInterface, Sequelize) => queryInterface.createTable('users', { id: Sequelize.INTEGER }),
}
`,
}

const MIGRATION = 'migrations/20250530120000-add-users-deletedat-column.cjs'

/** Checks that `check` names the fault and the other model, and that a run repairs the other one all the same. */
async function faulty(root: string, paths: string, message: string | RegExp): Promise<void> {
  const before = bytesOf(root)
  const checked = await type(root, `check ${paths}`)
  expect(checked.err).toBe('')
  expect(checked.out).toMatch(message)
  expect(checked.out).toMatch('User is paranoid but table "users" has no "deletedAt" column.')
  expect(checked.code).toBe(2)
  expect(bytesOf(root)).toEqual(before)

  const ran = await type(root, `${paths} --yes`)
  expect(ran.out).toMatch(message)
  expect(ran.code).toBe(2)
  const { [MIGRATION]: migration, ...others } = bytesOf(root)
  expect(migration).toMatch('addColumn')
  const added = Object.keys(others).filter(
    (name) => !(name in before) && !name.startsWith('.deletedat-codemod'),
  )
  expect(added).toEqual([])
  expect(others).toMatchObject(before)
}

test('a syntax error', async () => {
  const root = tempProject({ ...DRIFTING, 'models/broken.js': 'module.exports = {\n  paranoid: true,,\n}\n' })
  await faulty(root, 'models', /The file does not parse: .+\n {2}models\/broken\.js:2\n/)
})

test('a binary file', async () => {
  const root = tempProject({ ...DRIFTING, 'models/photo.js': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]) })
  await faulty(root, 'models', /It is a binary file, not source code\.\n {2}models\/photo\.js\n/)
})

const asRoot = process.getuid?.() === 0
;(asRoot ? test.skip : test)(`an unreadable file${asRoot ? ' (root may read everything)' : ''}`, async () => {
  const root = tempProject({ ...DRIFTING, 'models/locked.js': '' })
  fs.chmodSync(path.join(root, 'models/locked.js'), 0)
  await faulty(root, 'models', /Reading it is not permitted\.\n {2}models\/locked\.js\n/)
})

test('a folder that is named like a file', async () => {
  const root = tempProject({ ...DRIFTING, 'models/folder.js/readme.md': '' })
  await faulty(
    root,
    'models models/folder.js',
    /There is no source file below models\/folder\.js\.\n {2}models\/folder\.js\n/,
  )
})

test('a missing path: the others are checked, and nothing is written', async () => {
  const root = tempProject(DRIFTING)
  const before = bytesOf(root)
  const checked = await type(root, 'check models modles')
  expect(checked.out).toMatch(/There is no modles\.\n {2}modles\n {2}Did you mean models\/\?\n/)
  expect(checked.out).toMatch('User is paranoid but table "users" has no "deletedAt" column.')
  expect(checked.code).toBe(2)
  for (const [line, told] of [
    ['models modles', 'There is no modles. Nothing was written.\nDid you mean models/?\n'],
    ['models/usr.js', 'There is no models/usr.js. Nothing was written.\nDid you mean models/user.js?\n'],
    ['modles/usr.js', 'There is no modles/usr.js. Nothing was written.\nDid you mean models/user.js?\n'],
    ['-- nonexistent', /^There is no nonexistent\. Nothing was written\.\nCheck the path/],
    ['models -- --strict', /^There is no --strict\. Nothing was written\./],
    ['models models/*.ts', /^There is no models\/\*\.ts\. Nothing was written\./],
    [
      'chekc models',
      'There is no path chekc, and no such command. Nothing was written.\nDid you mean npx deletedat-codemod check models?\n',
    ],
  ] as const) {
    const { code, out, err } = await type(root, `--yes ${line}`)
    expect({ line, code, out, err }).toEqual({
      line,
      code: 2,
      out: '',
      err: typeof told === 'string' ? told : expect.stringMatching(told),
    })
  }
  expect(bytesOf(root)).toEqual(before)
})

test('a folder that is named like a command is a folder', async () => {
  const root = tempProject({ ...DRIFTING, 'chekc/session.js': 'module.exports = 1\n' })
  expect(await type(root, '--yes chekc models')).toMatchObject({ code: 0, err: '' })
})

test('an empty folder', async () => {
  const root = tempProject(DRIFTING)
  fs.mkdirSync(path.join(root, 'empty'))
  await faulty(root, 'models empty', /There is no source file below empty\.\n {2}empty\n/)
})

test('a path outside the project', async () => {
  const elsewhere = tempProject({ 'user.js': DRIFTING['models/user.js'] })
  const root = tempProject(DRIFTING)
  await faulty(root, `models ${elsewhere}`, /lies outside the project\./)
  expect(Object.keys(bytesOf(elsewhere))).toEqual(['user.js'])
})

test('a link that leaves the project', async () => {
  const elsewhere = tempProject({ 'user.js': DRIFTING['models/user.js'] })
  const root = tempProject(DRIFTING)
  fs.symlinkSync(elsewhere, path.join(root, 'models/out'))
  await faulty(root, 'models models/out', /models\/out is a link that leaves the project\./)
  expect(Object.keys(bytesOf(elsewhere))).toEqual(['user.js'])
})

describe('no fault at all', () => {
  /** Only User is found, as in the project without the strange file. */
  async function harmless(root: string): Promise<void> {
    const { code, out, err } = await type(root, 'check models')
    expect(err).toBe('')
    expect(out).toMatch('User is paranoid but table "users" has no "deletedAt" column.')
    expect(out).toMatch(/^1 finding;/m)
    expect(code).toBe(1)
  }

  test('a loop of links', async () => {
    const root = tempProject(DRIFTING)
    fs.symlinkSync('..', path.join(root, 'models/up'))
    fs.symlinkSync('.', path.join(root, 'models/here'))
    fs.symlinkSync('itself.js', path.join(root, 'models/itself.js'))
    await harmless(root)
  })

  test('models that import one another in a circle', async () => {
    const root = tempProject({
      ...DRIFTING,
      'models/a.mjs': "import { b } from './b.mjs'\nexport const a = { ...b, x: 1 }\n",
      'models/b.mjs': "import { a } from './a.mjs'\nexport const b = { ...a, y: 2 }\n",
      'models/c.mjs': "export * from './c.mjs'\nexport * from './d.mjs'\n",
      'models/d.mjs': "export * from './c.mjs'\n",
      'models/post.mjs': `import { a } from './a.mjs'
import { lost } from './c.mjs'
export default (sequelize) => sequelize.define('Post', lost, { ...a, paranoid: false })
`,
    })
    await harmless(root)
  })

  test('an empty file', async () => {
    await harmless(tempProject({ ...DRIFTING, 'models/nothing.js': '' }))
  })

  test('a model file of 5 MB', async () => {
    const row = `    { id: 1, name: 'x'.repeat(3), note: "${'n'.repeat(60)}" },\n`
    const rows = row.repeat(Math.ceil((5 * 2 ** 20) / row.length))
    const big = `const rows = [\n${rows}]\n${DRIFTING['models/user.js'].replaceAll(/[Uu]ser/g, (word) => (word === 'User' ? 'Seed' : 'seed'))}`
    const root = tempProject({ ...DRIFTING, 'models/seed.js': `${big}\n` })
    expect(fs.statSync(path.join(root, 'models/seed.js')).size).toBeGreaterThan(5 * 2 ** 20)
    const { code, out } = await type(root, 'check models')
    expect(out).toMatch('User is paranoid but table "users" has no "deletedAt" column.')
    expect(out).toMatch(/Seed: No migration makes the table "seeds"/)
    expect(code).toBe(1)
  })
})

test('nothing to read at all', async () => {
  const root = tempProject()
  const { code, out } = await type(root, 'check')
  expect(out).toMatch('There is no source file below the working directory')
  expect(code).toBe(2)
})

test('a migration that does not parse makes its tables unproven, not missing', async () => {
  const root = tempProject(DRIFTING)
  addFiles(root, { 'migrations/20240201000000-broken.cjs': 'module.exports = {,' })
  const { out, code } = await type(root, 'check models')
  expect(out).not.toMatch('has no "deletedAt" column')
  expect(code).toBe(2)
})

test('a bug says so, without its stack unless asked', async () => {
  const root = tempProject(DRIFTING)
  const gone = path.join(root, 'gone')
  const short = await type(gone, 'check')
  expect(short).toMatchObject({ code: 2, out: '' })
  expect(short.err).toMatch(
    /^This is a bug in deletedat-codemod: .+\nDEBUG=deletedat-codemod shows where; please report it\.\n$/,
  )
  expect((await type(gone, 'check', { DEBUG: 'deletedat-codemod' })).err).toMatch(/\n {4}at /)
})
