/** A second, empty column beside the one that is there brings every soft-deleted row back: never without a word. */

import fs from 'node:fs'
import path from 'node:path'
import { settingsFrom } from '../../src/cli/settings'
import { type Asks, type Question, run } from '../../src/commands/run'
import { NOW, type } from '../helpers/command'
import { bytesOf, tempProject } from '../helpers/temp-project'

const history = (columns: string) => `module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('posts', { id: Sequelize.INTEGER, ${columns} })
    await queryInterface.createTable('users', { id: Sequelize.INTEGER })
  },
}
`
const define = (name: string, table: string) =>
  `module.exports = (sequelize) => sequelize.define('${name}', {}, { tableName: '${table}', paranoid: true })\n`

const projectWith = (columns: string) => ({
  'package.json': JSON.stringify({ dependencies: { sequelize: '6.37.7' } }),
  'models/post.js': define('Post', 'posts'),
  'models/user.js': define('User', 'users'),
  'migrations/20240101000000-create.cjs': history(columns),
})

const PROJECT = projectWith('deleted_at: Sequelize.DATE')

const made = (root: string): string[] =>
  fs.readdirSync(path.join(root, 'migrations')).filter((name) => name.includes('-add-'))

const atTerminal = (root: string, given = {}) =>
  settingsFrom(
    { paths: ['models'], ...given },
    { cwd: root, env: {}, terminal: { input: true, output: true } },
  )

describe('where nobody is asked', () => {
  test.each(['models --repair add-column', 'models --repair add-column --yes'])(
    '%s refuses it',
    async (line) => {
      const root = tempProject(PROJECT)
      const { code, out } = await type(root, line)
      expect(code).toBe(1)
      expect(made(root).map((name) => name.slice(15))).toEqual(['add-users-deletedat-column.cjs'])
      expect(out.replace(/\s+/g, ' ')).toContain(
        'A second column "deletedAt" beside "deleted_at" would start empty, and every soft-deleted row of Post would show up again. add-column was not written; --repair map-column uses the column that is there, --accept-reappearing goes on all the same.',
      )
      expect(out).toMatch(/misnamed-column \(1\)/)
    },
  )

  test('--accept-reappearing writes it, and says what comes of it', async () => {
    const root = tempProject(PROJECT)
    const { out } = await type(root, 'models --repair add-column --accept-reappearing')
    expect(
      made(root)
        .map((name) => name.slice(15))
        .sort(),
    ).toEqual(['add-posts-deletedat-column.cjs', 'add-users-deletedat-column.cjs'])
    expect(out.replace(/\s+/g, ' ')).toContain('every soft-deleted row of Post shows up again.')
  })

  test('a dry run shows it, and what it takes', async () => {
    const root = tempProject(PROJECT)
    const { out } = await type(root, 'models --repair add-column --dry-run')
    expect(out.replace(/\s+/g, ' ')).toContain('every soft-deleted row of Post would show up again.')
    expect(out.replace(/\s+/g, ' ')).toContain('Where nobody is asked, --accept-reappearing is needed')
  })

  test('a database that counted none lets it pass', async () => {
    const root = tempProject(PROJECT)
    const settings = settingsFrom(
      { paths: ['models'], repair: 'add-column', yes: true, only: ['Post'] },
      { cwd: root, env: {}, terminal: { input: false, output: false } },
    )
    const deletedRows = async () => new Map([['Post', 0]])
    const done = await run(settings, { now: NOW, deletedRows })
    expect(done.written).toHaveLength(1)
    expect(done.notes.join()).not.toContain('show up again')
  })
})

describe('at a terminal', () => {
  const asksFor = () => {
    const questions: Question[] = []
    const confirm = jest.fn<ReturnType<Asks['confirm']>, Parameters<Asks['confirm']>>(async () => true)
    const asks: Asks = {
      repair: async (question) => {
        questions.push(question)
        return { repair: 'add-column', forAll: false }
      },
      confirm,
    }
    return { questions, confirm, asks }
  }

  test('the choice and the question before writing say what happens', async () => {
    const root = tempProject(PROJECT)
    const { questions, confirm, asks } = asksFor()
    const done = await run(atTerminal(root), { now: NOW, asks })
    const [post, user] = questions
    const does = (question: Question | undefined) =>
      question?.options.find(({ repair }) => repair === 'add-column')?.does
    expect(does(post)).toBe(
      'add a second, empty column "deletedAt" to "posts": rows that "deleted_at" marks as deleted show again',
    )
    expect(does(user)).toBe('add the column "deletedAt" to "users" by a migration')
    expect(confirm.mock.calls[0]![2].rows).toEqual([
      'A second column "deletedAt" beside "deleted_at" would start empty, and every soft-deleted row of Post would show up again.',
    ])
    expect(done.written).toHaveLength(2)
  })

  test('--repair add-column asks for it too', async () => {
    const root = tempProject(PROJECT)
    const { confirm, asks } = asksFor()
    await run(atTerminal(root, { repair: 'add-column', only: ['Post'] }), { now: NOW, asks })
    expect(confirm.mock.calls[0]![2].rows).toHaveLength(1)
  })

  test('what a database counted is said as a number', async () => {
    const root = tempProject(PROJECT)
    const { confirm, asks } = asksFor()
    const deletedRows = async () => new Map([['Post', 3]])
    await run(atTerminal(root, { only: ['Post'] }), { now: NOW, asks, deletedRows })
    expect(confirm.mock.calls[0]![2].rows).toEqual(['3 soft-deleted rows of Post would show up again.'])
  })
})

describe('two columns that may be meant', () => {
  const BOTH = projectWith('deleted_at: Sequelize.DATE, deletedat: Sequelize.DATE')

  test('neither is taken, and no third is added unasked', async () => {
    const root = tempProject(BOTH)
    const before = bytesOf(root)
    const { code, out } = await type(root, 'models --only Post')
    expect(code).toBe(1)
    expect(bytesOf(root)).toEqual(before)
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Post asks table "posts" for "deletedAt", but the columns there are "deleted_at" and "deletedat".',
    )
    expect(out).toMatch(/misnamed-column \(1\)/)
    const refused = await type(root, 'models --only Post --repair add-column')
    expect(refused.out.replace(/\s+/g, ' ')).toContain(
      'beside "deleted_at" and "deletedat" would start empty',
    )
    expect(made(root)).toEqual([])
  })
})
