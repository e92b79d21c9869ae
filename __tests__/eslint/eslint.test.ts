/** The rule in ESLint 9 and 10: what it reports and suggests, on saved and unsaved texts, and when it reads anew. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { ESLint as Linter, Linter as Types } from 'eslint'
import plugin from '../../src/eslint'
import { install } from '../helpers/installed'
import { addFiles, tempProject } from '../helpers/temp-project'

const VERSIONS = { 9: 'eslint', 10: 'eslint-v10' } as const

const SESSION = `const { DataTypes, Model } = require('sequelize')
class Session extends Model {}
Session.init({ token: DataTypes.STRING }, { sequelize: require('../db'), tableName: 'sessions', paranoid: true })
module.exports = Session
`
const USER = SESSION.replaceAll('Session', 'User').replace("'sessions'", "'users'")

const project = (more: Record<string, string> = {}) =>
  tempProject({
    'package.json': '{ "dependencies": { "pg": "8.11.0", "sequelize": "6.37.8" } }',
    'db.js':
      "const { Sequelize } = require('sequelize')\nmodule.exports = new Sequelize('postgres://localhost/none')\n",
    'price.js': 'exports.price = (row) => row.amount * row.quantity\n',
    'models/session.js': SESSION,
    'models/user.js': USER,
    'migrations/1-create.js': `module.exports = {
  async up(queryInterface, { DATE, STRING }) {
    await queryInterface.createTable('sessions', { token: STRING })
    await queryInterface.createTable('users', { token: STRING, deleted_at: DATE })
  },
}
`,
    ...more,
  })

const files = (cwd: string, ...names: string[]) => names.map((name) => path.join(cwd, name))

/** A parser of any language: the rule reads no tree. */
const parser = {
  parseForESLint: (text: string) => ({
    ast: {
      type: 'Program',
      body: [],
      tokens: [],
      comments: [],
      sourceType: 'module',
      range: [0, text.length],
      loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
    },
  }),
}

describe.each([9, 10] as const)('ESLint %s', (version) => {
  const { ESLint, RuleTester } = require(VERSIONS[version])

  const linter = (
    cwd: string,
    options: object = {},
    languageOptions: object = { sourceType: 'commonjs' },
  ): Linter =>
    new ESLint({
      cwd,
      overrideConfigFile: true,
      overrideConfig: [
        plugin.configs.recommended,
        {
          files: ['**/*.{js,ts}'],
          languageOptions,
          rules: { 'deletedat/paranoid-column': ['error', options] },
        },
      ],
    })

  /** File by file: what ESLint finds by itself it imports, and jest does not let it. */
  const lintFiles = async (eslint: Linter, ...names: string[]) => {
    const results: Linter.LintResult[] = []
    for (const filePath of names)
      results.push(...(await eslint.lintText(fs.readFileSync(filePath, 'utf8'), { filePath })))
    return results
  }

  const told = ({ line, column, endLine, endColumn, message }: Types.LintMessage) => [
    `${line}:${column}-${endLine}:${endColumn}`,
    message,
  ]

  const fixed = (text: string, { suggestions = [] }: Types.LintMessage) =>
    suggestions.map(({ desc, fix }) => [
      desc,
      text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]),
    ])

  test('the finding stands where paranoid does, with C and B', async () => {
    const cwd = project()
    const [session, user, ...others] = await lintFiles(
      linter(cwd),
      ...files(cwd, 'models/session.js', 'models/user.js', 'price.js'),
    )
    expect(others.map(({ messages }) => messages)).toEqual([[]])
    expect(session?.messages.map(told)).toEqual([
      [
        '3:97-3:111',
        'Session is paranoid but table "sessions" has no "deletedAt" column. Run npx deletedat-codemod to add it by a migration, or --repair disable-paranoid to turn paranoid off.',
      ],
    ])
    expect(session?.messages.flatMap((one) => fixed(SESSION, one))).toEqual([
      [expect.stringMatching(/^B: /), SESSION.replace('paranoid: true', 'paranoid: false')],
    ])
    expect(user?.messages.map(({ ruleId }) => ruleId)).toEqual(['deletedat/paranoid-column'])
    expect(user?.messages.flatMap((one) => fixed(USER, one))).toEqual([
      [
        expect.stringMatching(/^C: /),
        USER.replace('paranoid: true', "paranoid: true, deletedAt: 'deleted_at'"),
      ],
      [expect.stringMatching(/^B: /), USER.replace('paranoid: true', 'paranoid: false')],
    ])
  })

  test('a text that an editor has not saved is judged as it stands', async () => {
    const cwd = project()
    const lint = async (text: string) => {
      const [result] = await linter(cwd).lintText(text, { filePath: path.join(cwd, 'models/session.js') })
      return result?.messages ?? []
    }
    expect(await lint(SESSION.replace('paranoid: true', 'paranoid: false'))).toEqual([])
    const below = `// one\n// two\n${SESSION}`
    const [message, ...others] = await lint(below)
    expect([message?.line, others]).toEqual([5, []])
    expect(message && fixed(below, message)).toEqual([
      [expect.any(String), below.replace('paranoid: true', 'paranoid: false')],
    ])
    expect(
      await lint(SESSION.replace("'sessions'", "'users'").replace('true', "true, deletedAt: 'deleted_at'")),
    ).toEqual([])
    expect(await lint('const = 1')).toMatchObject([{ fatal: true }])
    expect(await lint(SESSION)).toHaveLength(1)
  })

  test('a migration that is written, and a model that is saved, are read anew', async () => {
    const cwd = project()
    const lint = async () =>
      (await lintFiles(linter(cwd), ...files(cwd, 'models/session.js', 'models/user.js'))).flatMap(
        ({ messages }) => messages,
      )
    const until = async (wanted: number) => {
      for (let tries = 0; tries < 200; tries++) {
        const found = await lint()
        if (found.length === wanted) return wanted
        await new Promise((done) => setTimeout(done, 25))
      }
      return (await lint()).length
    }
    expect(await lint()).toHaveLength(2)
    addFiles(cwd, {
      'migrations/2-add.js':
        "module.exports = { up: (q, { DATE }) => q.addColumn('sessions', 'deletedAt', DATE) }\n",
    })
    expect(await until(1)).toBe(1)
    addFiles(cwd, {
      'models/user.js': USER.replace('paranoid: true', "paranoid: true, deletedAt: 'deleted_at'"),
    })
    expect(await until(0)).toBe(0)
    fs.rmSync(path.join(cwd, 'migrations/2-add.js'))
    expect(await until(1)).toBe(1)
  })

  test('CRLF, a byte-order mark and TypeScript', async () => {
    const crlf = SESSION.replaceAll('\n', '\r\n')
    const cwd = project({
      'models/session.js': `\uFEFF${crlf}`,
      'models/user.js': '',
      'models/post.ts': `import { DataTypes } from 'sequelize'
import sequelize from '../db'
export const Post = sequelize.define<any>('Post', { token: DataTypes.STRING }, { tableName: 'sessions', paranoid: true })
`,
    })
    const results = await lintFiles(
      linter(cwd, {}, { parser }),
      ...files(cwd, 'models/post.ts', 'models/session.js'),
    )
    const places = results.flatMap(({ messages, filePath }) =>
      messages.map((one) => [path.basename(filePath), one.line, one.column, one.suggestions?.length]),
    )
    expect(places).toEqual([
      ['post.ts', 3, 105, 1],
      ['session.js', 3, 97, 1],
    ])
    const suggestion = results.find(({ filePath }) => filePath.endsWith('session.js'))?.messages[0]
    expect(suggestion && fixed(crlf, suggestion)).toEqual([
      [expect.any(String), crlf.replace('paranoid: true', 'paranoid: false')],
    ])
  })

  test('options are those of check, and a fault of theirs is told at the top of the file', async () => {
    const cwd = tempProject()
    const root = project()
    fs.cpSync(root, path.join(cwd, 'backend'), { recursive: true })
    const count = async (options: object) =>
      (
        await lintFiles(
          linter(cwd, options),
          ...files(cwd, 'backend/models/session.js', 'backend/models/user.js'),
        )
      ).map(({ messages }) => messages.map(told))
    expect((await count({ cwd: 'backend', only: ['User'] })).map(({ length }) => length)).toEqual([0, 1])
    expect((await count({ cwd: 'backend', ignore: ['user.js'] })).map(({ length }) => length)).toEqual([1, 0])
    expect(await count({ cwd: 'backend', migrations: ['nowhere'] })).toEqual([
      [['1:1-1:1', expect.stringContaining('There is no folder nowhere')]],
      [['1:1-1:1', expect.stringContaining('There is no folder nowhere')]],
    ])
  })

  test('RuleTester', () => {
    RuleTester.describe = (_: string, work: () => void) => work()
    RuleTester.it = (_: string, work: () => void) => work()
    const cwd = project()
    const options = [{ cwd }]
    const filename = path.join(cwd, 'models/session.js')
    new RuleTester({ languageOptions: { sourceType: 'commonjs' } }).run(
      'paranoid-column',
      plugin.rules['paranoid-column'],
      {
        valid: [
          { code: SESSION.replace('true', 'false'), filename, options },
          { code: SESSION },
          { code: 'exports.a = 1', filename: path.join(cwd, 'price.js'), options },
        ],
        invalid: [
          {
            code: SESSION,
            filename,
            options,
            errors: [
              {
                messageId: 'finding',
                line: 3,
                suggestions: [
                  {
                    messageId: 'suggestion',
                    output: SESSION.replace('paranoid: true', 'paranoid: false'),
                    data: {
                      says: 'B: turn paranoid off for Session: destroy() then deletes for good, and rows deleted so far show again',
                    },
                  },
                ],
              },
            ],
          },
        ],
      },
    )
  })
})

describe('as it is installed', () => {
  const cwd = project({
    'eslint.config.mjs': `import deletedat from 'deletedat-codemod/eslint'
export default [deletedat.configs.recommended, { rules: { 'deletedat/paranoid-column': 'warn' } }]
`,
    'eslint.config.named.mjs': `import deletedat, { configs } from 'deletedat-codemod/eslint'
import { defineConfig } from 'eslint/config'
export default defineConfig([configs.recommended, { plugins: { deletedat } }])
`,
  })

  beforeAll(() => install(cwd))

  test.each([
    [VERSIONS[9], 'eslint.config.mjs', 1],
    [VERSIONS[10], 'eslint.config.mjs', 1],
    [VERSIONS[9], 'eslint.config.named.mjs', 2],
    [VERSIONS[10], 'eslint.config.named.mjs', 2],
  ])('the command of %s with %s', (name, config, severity) => {
    const bin = path.join(__dirname, '../../node_modules', name, 'bin/eslint.js')
    const args = [bin, '--config', config, '--format', 'json', 'models', 'price.js', 'db.js', 'migrations']
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
    expect(stderr).toBe('')
    const results: Linter.LintResult[] = JSON.parse(stdout)
    const found = results.flatMap(({ filePath, messages }) =>
      messages
        .filter(({ ruleId }) => ruleId?.startsWith('deletedat'))
        .map((one) => [path.basename(filePath), one.severity]),
    )
    expect(found).toEqual([
      ['session.js', severity],
      ['user.js', severity],
    ])
  })
})
