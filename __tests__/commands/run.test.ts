import fs from 'node:fs'
import path from 'node:path'
import { applyPatch, parsePatch } from 'diff'
import { settingsFrom } from '../../src/cli/settings'
import { type Answer, type Asks, type Question, run } from '../../src/commands/run'
import { Stopped } from '../../src/errors'
import type { Planned } from '../../src/types'
import { NOW, type } from '../helpers/command'
import { addFiles, bytesOf, tempProject } from '../helpers/temp-project'

const define = (name: string, table: string, options = 'paranoid: true') =>
  `module.exports = (sequelize, DataTypes) =>\r\n\tsequelize.define('${name}', {}, { tableName: '${table}', ${options} })\r\n`

const HISTORY = `module.exports = {
  async up(queryInterface, Sequelize) {
    for (const table of ['users', 'teams', 'logs']) await queryInterface.createTable(table, { id: Sequelize.INTEGER })
    for (const table of ['posts', 'tags']) {
      await queryInterface.createTable(table, { id: Sequelize.INTEGER, deleted_at: Sequelize.DATE })
    }
  },
}
`

/** User and Team lack the column, Post and Tag have it under another name, Log cannot be repaired without a word. */
const PROJECT = {
  'models/user.js': define('User', 'users'),
  'models/team.js': define('Team', 'teams'),
  'models/post.js': define('Post', 'posts'),
  'models/tag.js': define('Tag', 'tags'),
  'models/log.js': define('Log', 'logs', 'paranoid: true, timestamps: false'),
  'migrations/20240101000000-create.cjs': HISTORY,
}

const added = (root: string): string[] =>
  fs.readdirSync(path.join(root, 'migrations')).filter((name) => name.includes('-add-'))

describe('without a terminal', () => {
  test('A for a missing column, C for a misnamed one, the rest is reported; a second run writes nothing', async () => {
    const root = tempProject(PROJECT)
    const before = bytesOf(root)
    const { code, out, err } = await type(root, 'models')
    expect(err).toBe('')
    expect(code).toBe(1)
    expect(out).toMatch(/inert-paranoid \(1\)\n\n {2}Log/)
    expect(added(root)).toEqual([
      '20250530120000-add-teams-deletedat-column.cjs',
      '20250530120001-add-users-deletedat-column.cjs',
    ])
    const after = bytesOf(root)
    expect(after['models/post.js']).toContain('deleted_at')
    expect(after['models/post.js.backup']).toBe(before['models/post.js'])
    expect(after['models/user.js']).toBe(before['models/user.js'])

    const again = await type(root, 'models')
    expect(again.code).toBe(1)
    expect(bytesOf(root)).toEqual(after)

    for (const name of ['post', 'tag']) {
      fs.renameSync(path.join(root, `models/${name}.js.backup`), path.join(root, `models/${name}.js`))
    }
    expect(bytesOf(path.join(root, 'models'))).toEqual(bytesOf(path.join(tempProject(PROJECT), 'models')))
  })

  test('stamps of many migrations end within the minute of the run', async () => {
    const tables = Array.from({ length: 70 }, (_, index) => `t${index}`)
    const root = tempProject({
      'models/all.js': `module.exports = (sequelize) => {\n${tables.map((table) => `  sequelize.define('${table}', {}, { tableName: '${table}', paranoid: true })\n`).join('')}}\n`,
      'migrations/20240101000000-create.cjs': HISTORY.replace(
        "'users', 'teams', 'logs'",
        tables.map((one) => `'${one}'`).join(),
      ),
    })
    await type(root, 'models')
    const stamps = added(root).map((name) => name.slice(0, 14))
    expect(stamps).toHaveLength(70)
    expect([stamps[0], stamps[69]]).toEqual(['20250530115950', '20250530120059'])
    expect(new Set(stamps).size).toBe(70)
  })

  test('nothing left to do: exit code 0', async () => {
    const { 'models/log.js': _, ...clean } = PROJECT
    const root = tempProject(clean)
    expect((await type(root, 'models --yes')).code).toBe(0)
    expect((await type(root, 'check models')).code).toBe(0)
  })

  test('--repair disable-paranoid', async () => {
    const root = tempProject(PROJECT)
    const { out } = await type(root, 'models --repair disable-paranoid --only User')
    expect(fs.readFileSync(path.join(root, 'models/user.js'), 'utf8')).toBe(
      define('User', 'users', 'paranoid: false'),
    )
    expect(out).toContain('changed  models/user.js  (as it was: models/user.js.backup)')
    expect(added(root)).toEqual([])
  })

  test('--repair map-column leaves what it does not fit', async () => {
    const root = tempProject(PROJECT)
    const { out } = await type(root, 'models --repair map-column')
    expect(out).toMatch(/missing-column \(2\)/)
    expect(out).not.toMatch(/misnamed-column/)
    expect(added(root)).toEqual([])
  })

  test('--timestamp, --with-index and --template', async () => {
    const root = tempProject({
      ...PROJECT,
      'own.cjs': `// ours
const [table, column] = ['__TABLE__', '__COLUMN__']
module.exports = {
  up: (queryInterface, Sequelize) => queryInterface.addColumn(table, column, Sequelize.DATE),
  down: (queryInterface) => queryInterface.removeColumn(table, column),
}
`,
    })
    await type(root, 'models --only User --timestamp 20250101000000 --with-index')
    const [first = ''] = added(root)
    expect(first).toBe('20250101000000-add-users-deletedat-column.cjs')
    expect(fs.readFileSync(path.join(root, 'migrations', first), 'utf8')).not.toContain('users_deleted_at')
    const second = '20250101000001-add-users-deletedat-index.cjs'
    expect(fs.readFileSync(path.join(root, 'migrations', second), 'utf8')).toContain('users_deleted_at')
    await type(root, 'models --only Team --template own.cjs')
    expect(
      fs.readFileSync(path.join(root, 'migrations/20250530120000-add-teams-deletedat-column.cjs'), 'utf8'),
    ).toMatch(/^\/\/ ours\nconst \[table, column\] = \['teams', 'deletedAt'\]/)
  })
})

describe('the form of the migration', () => {
  test.each(
    ['pg', 'mysql2', 'sqlite3', 'tedious'].flatMap((driver) =>
      ['6.37.7', '7.0.0-alpha.48'].flatMap((version) =>
        [undefined, 'studio'].map((schema) => [driver, version, schema] as const),
      ),
    ),
  )(
    'for %s, Sequelize %s and schema %s is read exactly: other findings stay',
    async (driver, version, schema) => {
      const where = JSON.stringify({ tableName: 'users', schema })
      const root = tempProject({
        ...PROJECT,
        'package.json': JSON.stringify({ dependencies: { sequelize: version, [driver]: '*' } }),
        'models/user.js': define('User', 'users', `paranoid: true, schema: ${JSON.stringify(schema)}`),
        'migrations/20240101000001-more.cjs': `module.exports = {
        up: (queryInterface, Sequelize) => queryInterface.createTable(${where}, { id: Sequelize.INTEGER }),
      }`,
      })
      await type(root, 'models --only User --with-index')
      expect(added(root)).toHaveLength(2)
      const { out } = await type(root, 'check models')
      expect(out).toMatch(/missing-column \(1\)\n\n {2}Team/)
    },
  )

  const files = (extension: string, version = '6.37.7') => ({
    'package.json': JSON.stringify({
      dependencies: { [version.startsWith('7') ? '@sequelize/core' : 'sequelize']: version },
    }),
    'models/user.js': PROJECT['models/user.js'],
    [`migrations/20240101000000-create${extension}`]:
      extension === '.ts'
        ? `export default { async up(queryInterface, Sequelize) { await queryInterface.createTable('users', { id: Sequelize.INTEGER }) } }\n`
        : HISTORY,
  })

  test.each([
    ['.cjs', '6.37.7', '.cjs', 'queryInterface'],
    ['.js', '6.37.7', '.cjs', 'queryInterface'],
    ['.ts', '6.37.7', '.ts', 'queryInterface'],
    ['.cjs', '7.0.0-alpha.48', '.cjs', '@sequelize/core'],
  ])('beside %s for Sequelize %s', async (extension, version, expected, inside) => {
    const root = tempProject(files(extension, version))
    expect((await type(root, 'models')).err).toBe('')
    expect(added(root)).toEqual([`20250530120000-add-users-deletedat-column${expected}`])
    expect(fs.readFileSync(path.join(root, 'migrations', added(root)[0] as string), 'utf8')).toContain(inside)
  })
})

describe('--dry-run', () => {
  test('prints a diff that patch understands, and writes nothing', async () => {
    const root = tempProject(PROJECT)
    const before = bytesOf(root)
    const { out, code } = await type(root, 'models --dry-run')
    expect(bytesOf(root)).toEqual(before)
    expect(code).toBe(1)
    expect(out).toContain('Nothing was written: this is a dry run.')
    const patches = parsePatch(out.slice(0, out.indexOf('\n\n  ')))
    expect(patches.map(({ newFileName }) => newFileName).sort()).toEqual([
      'b/migrations/20250530120000-add-teams-deletedat-column.cjs',
      'b/migrations/20250530120001-add-users-deletedat-column.cjs',
      'b/models/post.js',
      'b/models/tag.js',
    ])
    const post = patches.find(({ newFileName }) => newFileName === 'b/models/post.js')!
    await type(root, 'models')
    expect(applyPatch(before['models/post.js'] as string, post)).toBe(bytesOf(root)['models/post.js'])
  })
})

describe('no migrations at all', () => {
  const { 'migrations/20240101000000-create.cjs': _, ...unproven } = PROJECT

  test('says so and writes a guarded migration for every paranoid model', async () => {
    const root = tempProject(unproven)
    expect((await type(root, 'check models')).out).toContain(
      '  4  There is no migration history to tell what is in the database.  models/',
    )
    const { out, code } = await type(root, 'models --only User --only Post')
    expect(out).toContain('There are no migrations to tell what is in the database')
    expect(added(root)).toHaveLength(2)
    expect(code).toBe(0)
    const after = bytesOf(root)
    await type(root, 'models --only User --only Post')
    expect(bytesOf(root)).toEqual(after)
  })
})

test('a history that is named and not there is not begun anew', async () => {
  const root = tempProject(PROJECT)
  const before = bytesOf(root)
  const { code, out, err } = await type(root, 'models --migrations db/migratoins')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(/^There is no folder db\/migratoins, which --migrations names\.\n/)
  expect(bytesOf(root)).toEqual(before)
})

describe('at a terminal', () => {
  /** Answers by the model's name. */
  async function asked(root: string, answers: Record<string, Answer>, write: boolean | 'stop' = true) {
    const questions: Question[] = []
    let shown: Planned[] = []
    const asks: Asks = {
      async repair(question) {
        questions.push(question)
        return answers[question.judged.finding.model ?? ''] ?? 'stop'
      },
      async confirm(_plan, planned) {
        shown = planned
        return write
      },
    }
    const world = { cwd: root, env: {}, terminal: { input: true, output: true } }
    const outcome = await run(settingsFrom({ paths: ['models'] }, world), { now: NOW, asks })
    const names = questions.map(({ judged }) => judged.finding.model)
    return { outcome, questions, names, shown }
  }

  const one = (
    repair: 'add-column' | 'disable-paranoid' | 'map-column' | 'skip',
    forAll = false,
  ): Answer => ({ repair, forAll })

  test('each finding is asked about, with what fits it and what is recommended', async () => {
    const root = tempProject(PROJECT)
    const answers = {
      User: one('disable-paranoid'),
      Team: one('add-column'),
      Post: one('map-column'),
      Tag: one('skip'),
      Log: one('skip'),
    }
    const { outcome, questions, names, shown } = await asked(root, answers)
    expect(names.toSorted()).toEqual(['Log', 'Post', 'Tag', 'Team', 'User'])
    const about = (name: string) => questions.find(({ judged }) => judged.finding.model === name)!
    expect(about('User').recommended).toBe('add-column')
    expect(about('Post').recommended).toBe('map-column')
    expect(about('Log').recommended).toBeUndefined()
    expect(about('Post').options.map(({ letter }) => letter)).toEqual(['A', 'B', 'C'])
    expect(questions.map(({ number, total }) => `${number} of ${total}`)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `${number} of 5`),
    )
    const [first, second] = names
      .filter((name) => name === 'Team' || name === 'User')
      .map((name) => about(name!))
    expect([first?.all, second?.all]).toEqual([{ repair: 'add-column', others: 1 }, undefined])
    expect(shown.map(({ file }) => path.relative(root, file)).sort()).toEqual([
      'migrations/20250530120000-add-teams-deletedat-column.cjs',
      'models/post.js',
      'models/user.js',
    ])
    expect(outcome.written).toHaveLength(3)
    expect(outcome.findings.map(({ model }) => model).sort()).toEqual(['Log', 'Tag'])
    expect(outcome.exitCode).toBe(1)
    expect(outcome.next).toBe('npx deletedat-codemod deploy models')
  })

  test('"the same for all of this kind" is not asked again', async () => {
    const root = tempProject(PROJECT)
    const all = {
      User: one('add-column', true),
      Team: one('add-column', true),
      Post: one('map-column', true),
      Tag: one('map-column', true),
      Log: one('skip', true),
    }
    const { names, outcome } = await asked(root, all)
    expect(names).toHaveLength(3)
    expect(outcome.written).toHaveLength(4)
  })

  test('"the same for all" is what was answered last, whatever is recommended', async () => {
    const root = tempProject({
      ...PROJECT,
      'models/tags.js': PROJECT['models/tag.js'].replaceAll('Tag', 'Tags'),
    })
    const { questions } = await asked(root, {
      User: one('disable-paranoid'),
      Team: one('disable-paranoid'),
      Post: one('disable-paranoid'),
      Tag: one('skip'),
      Tags: one('skip'),
      Log: one('skip'),
    })
    const misnamed = questions.filter(({ judged }) => judged.finding.rule === 'misnamed-column')
    expect(misnamed.map(({ judged, all }) => [judged.finding.model, all])).toEqual([
      ['Post', { repair: 'map-column', others: 2 }],
      ['Tag', { repair: 'disable-paranoid', others: 1 }],
      ['Tags', undefined],
    ])
  })

  test('stopping, or not confirming, writes nothing', async () => {
    const root = tempProject(PROJECT)
    const before = bytesOf(root)
    await expect(asked(root, {})).rejects.toThrow(new Stopped('Stopped: nothing was written.'))
    const skip = one('skip', true)
    const refused = await asked(
      root,
      { User: one('add-column', true), Team: one('add-column', true), Post: skip, Tag: skip, Log: skip },
      false,
    )
    expect(refused.shown).toHaveLength(2)
    expect(refused.outcome).toMatchObject({ exitCode: 1, written: [] })
    expect(refused.outcome.notes).toContain('Nothing was written.')
    const every = { User: skip, Team: skip, Tag: skip, Log: skip, Post: one('map-column') }
    await expect(asked(root, every, 'stop')).rejects.toThrow(new Stopped('Stopped: nothing was written.'))
    expect(bytesOf(root)).toEqual(before)
  })
})

describe('a repair that would not hold is refused', () => {
  test('a template that adds nothing', async () => {
    const root = tempProject({
      ...PROJECT,
      'empty.cjs':
        "const names = ['__TABLE__', '__COLUMN__']\nmodule.exports = { up: async () => names, down: async () => {} }\n",
    })
    const before = bytesOf(root)
    const { out, code } = await type(root, 'models --only User --template empty.cjs')
    expect(out).toMatch(
      /User: add-column was not written\. Read again, it would still be so: User is paranoid/,
    )
    expect(out).toMatch(/missing-column \(1\)/)
    expect(code).toBe(1)
    expect(bytesOf(root)).toEqual(before)
  })

  test('the others are written all the same', async () => {
    const root = tempProject({
      ...PROJECT,
      'odd.cjs': `const [table, column] = ['__TABLE__', '__COLUMN__']
module.exports = {
  async up(queryInterface, Sequelize) {
    if (table === 'users') return
    await queryInterface.addColumn(table, column, Sequelize.DATE)
  },
  async down() {},
}
`,
    })
    const { out } = await type(root, 'models --only User --only Team --template odd.cjs')
    expect(out).toMatch(/User: add-column was not written/)
    expect(added(root)).toEqual(['20250530120000-add-teams-deletedat-column.cjs'])
  })
})

test('what would have to be written outside the project is left, the rest is not', async () => {
  const elsewhere = tempProject({ '20240101000000-create.cjs': HISTORY })
  const root = tempProject({
    'models/user.js': PROJECT['models/user.js'],
    'models/post.js': PROJECT['models/post.js'],
  })
  fs.symlinkSync(elsewhere, path.join(root, 'migrations'))
  const { out, code, err } = await type(root, 'models --migrations migrations')
  expect(err).toBe('')
  expect(Object.keys(bytesOf(elsewhere))).toEqual(['20240101000000-create.cjs'])
  expect(out).toMatch(/^User: add-column was not written\. migrations\/\S+: This lies outside the project\./m)
  expect(out).toContain('changed  models/post.js')
  expect(code).toBe(1)
})

test('writing that fails says that all is as it was', async () => {
  const root = tempProject({ ...PROJECT, '.deletedat-codemod': 'a file in the way' })
  const before = bytesOf(root)
  const { code, out, err } = await type(root, 'models')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toBe(
    'Writing failed: a file stands where a folder should be. Everything is as it was before.\n.deletedat-codemod\nMove it away and run the command again.\n',
  )
  expect(bytesOf(root)).toEqual(before)
})

test('a migration of ours that waits is not written twice', async () => {
  const root = tempProject(PROJECT)
  addFiles(root, {
    'migrations/20240202000000-add-users-deletedat-column.cjs': 'module.exports = { async up() {} }\n',
  })
  const { out } = await type(root, 'models --only User')
  expect(out).toContain('adds this column already: it waits to be run')
  expect(added(root)).toHaveLength(1)
})
