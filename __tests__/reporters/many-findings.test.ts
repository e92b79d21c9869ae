/** Three hundred findings are still readable: one table a rule, one hint, so many rows; one line each for editors. */

import stringWidth from 'string-width'
import { settingsFrom } from '../../src/cli/settings'
import { check } from '../../src/commands/check'
import { why } from '../../src/commands/why'
import { reporters, safe } from '../../src/reporters'
import type { Outcome, View } from '../../src/types'
import { type } from '../helpers/command'
import { tempProject } from '../helpers/temp-project'

const define = (name: string, options: string) =>
  `module.exports = (sequelize, DataTypes) =>\n  sequelize.define('${name}', {}, { tableName: '${name}s', ${options} })\n`

const range = (count: number) => Array.from({ length: count }, (_, index) => index)

const project = (count: number, more: Record<string, string> = {}) =>
  tempProject({
    'package.json': JSON.stringify({ dependencies: { sequelize: '6.37.7' } }),
    ...Object.fromEntries(
      range(count).map((index) => [`models/m${index}.js`, define(`m${index}`, 'paranoid: true')]),
    ),
    'migrations/20240101000000-create.cjs': `module.exports = {
  async up(queryInterface, D) {
${range(count)
  .map((index) => `    await queryInterface.createTable('m${index}s', { id: D.INTEGER })`)
  .join('\n')}
  },
}
`,
    ...more,
  })

const HINT = 'Run npx deletedat-codemod models to add it by a migration'

const settings = (cwd: string) =>
  settingsFrom({ paths: ['models'] }, { cwd, env: {}, terminal: { input: false, output: false } })

const view = (cwd: string, changes: Partial<View> = {}): View => ({
  cwd,
  color: false,
  width: 100,
  version: '1.0.0',
  line: () => undefined,
  dryRun: false,
  ...changes,
})

const report = (name: string, outcome: Outcome, seen: View) =>
  reporters.find((one) => one.name === name)!.report(outcome, seen)

describe('many of a rule', () => {
  test('are one table with one hint, and twenty rows', async () => {
    const { out, code } = await type(project(300), 'check models')
    expect(code).toBe(1)
    expect(out).toMatch(
      /^missing-column \(300\)\n\n {2}model +table +column +place\n {2}m0 +m0s +deletedAt +models\/m0\.js:2\n/,
    )
    expect(out.match(/^ {2}m\d+ /gm)).toHaveLength(20)
    expect(out).toContain('\n  and 280 more; --format json has all\n')
    expect(out.split(HINT)).toHaveLength(2)
    expect(out.split('\n').length).toBeLessThan(40)
    expect(out).toMatch(/\n300 findings; [^\n]*\nNext: [^\n]*\n$/)
  })

  test('--max-show says how many', async () => {
    const root = project(30)
    const few = (await type(root, 'check models --max-show 5')).out
    expect(few.match(/^ {2}m\d+ /gm)).toHaveLength(5)
    expect(few).toContain('and 25 more')
    const all = (await type(root, 'check models --max-show 30')).out
    expect(all.match(/^ {2}m\d+ /gm)).toHaveLength(30)
    expect(all).not.toContain(' more;')
    expect(await type(root, 'check models --max-show none')).toMatchObject({ code: 2, out: '' })
  })

  test('up to three are told in full', async () => {
    const { out } = await type(project(3), 'check models')
    expect(out.split(HINT)).toHaveLength(4)
    expect(out.match(/^ {4}2 \| /gm)).toHaveLength(3)
    expect((await type(project(4), 'check models')).out).not.toMatch(/ \| /)
  })

  test('what is wrong with each stands there where the names do not tell it', async () => {
    const files = Object.fromEntries(
      range(5).map((index) => [
        `models/x${index}.js`,
        define(`x${index}`, 'paranoid: true, timestamps: false'),
      ]),
    )
    const { out } = await type(project(0, files), 'check models')
    expect(out).toMatch(/^ {2}models\/x0\.js:2 +x0: timestamps is off, /m)
    expect(out.split('Turn timestamps on')).toHaveLength(2)
  })

  test('what is found there has a column where it is misnamed', async () => {
    const create = range(5).map((index) => `await q.createTable('n${index}s', { deleted_at: D.DATE })`)
    const { out } = await type(
      project(0, {
        ...Object.fromEntries(
          range(5).map((index) => [`models/n${index}.js`, define(`n${index}`, 'paranoid: true')]),
        ),
        'migrations/20240102000000-more.cjs': `module.exports = { async up(q, D) {\n${create.join('\n')}\n} }\n`,
      }),
      'check models',
    )
    expect(out).toMatch(/^ {2}n0 +n0s +deletedAt +deleted_at +models\/n0\.js:2$/m)
  })

  test('--strict: those that cannot be told stand by cause among the findings', async () => {
    const far = Object.fromEntries(
      range(6).map((index) => [`models/f${index}.js`, define(`f${index}`, 'paranoid: true')]),
    )
    const { out } = await type(project(1, far), 'check models --strict')
    expect(out).toMatch(
      /^unproven \(6\)\n\n {2}6 {2}No migration makes the table\. {2}models\/f0\.js:2 \(f0\)$/m,
    )
  })
})

describe('compact', () => {
  test('is one line a finding, as editors and grep read it', async () => {
    const root = project(30, { 'models/far.js': define('far', 'paranoid: true') })
    const { out, code } = await type(root, 'check models --format compact')
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(33)
    expect(lines[0]).toMatch(
      /^models\/m0\.js:2:\d+: error missing-column m0 is paranoid but table "m0s" has no "deletedAt" column\.$/,
    )
    expect(lines[30]).toMatch(
      /^models\/far\.js:2:\d+: note unproven far: No migration makes the table "fars"\.$/,
    )
    expect(lines[31]).toMatch(/^30 findings; 31 paranoid models: 0 proven, 31 not: 30 faulty, 1 unproven/)
    expect(lines[32]).toMatch(/^Next: /)
    expect(code).toBe(1)
  })

  test('a name with a line end stays on its line', async () => {
    const root = project(0, {
      'models/odd.js':
        "module.exports = (s) => s.define('A\\nB', {}, { tableName: 'o\\nd', paranoid: true, timestamps: false })\n",
    })
    const { out } = await type(root, 'check models --format compact')
    expect(out.trimEnd().split('\n')).toHaveLength(2)
    expect(out).toContain('A\\nB: timestamps is off')
  })
})

describe('notes', () => {
  test('the same one is told once, with how often', async () => {
    const root = project(1)
    const told = await check(settings(root))
    const out = report('terminal', { ...told, notes: ['b', 'a', 'b', 'b'] }, view(root))
    expect(out).toMatch(/\nb \(3 times\)\na\n1 finding/)
  })
})

describe('width', () => {
  test('a terminal gets whole words in its width; what is to be pasted stays in one piece', async () => {
    const root = project(3, { 'models/far.js': define('far', 'paranoid: true') })
    const told = { ...(await check(settings(root))), next: `npx ${'deletedat-codemod '.repeat(6)}` }
    for (const name of ['terminal', 'compact']) {
      const whole = report(name, told, view(root))
      expect(whole.split('\n').some((line) => stringWidth(line) > 60)).toBe(true)
    }
    const lines = report('terminal', told, view(root, { width: 60, wraps: true })).split('\n')
    expect(lines.filter((line) => stringWidth(line) > 60)).toEqual([`Next: ${told.next}`])
    expect(lines).toContain('  Run npx deletedat-codemod models to add it by a migration,')
  })

  test('why, checks and advice keep to it too, and stay in their columns', async () => {
    const root = project(1)
    const seen = view(root, { width: 50, wraps: true })
    const told = await why('m0', settings(root))
    const shown = report('terminal', told, seen).split('\n')
    expect(shown.filter((line) => stringWidth(line) > 50)).toEqual([])
    expect(shown).toContainEqual(expect.stringMatching(/^ {7}\S/))
    const checks = [{ subject: 'User', state: 'failed' as const, says: 'word '.repeat(30).trim() }]
    const lines = report('terminal', { ...told, command: 'doctor', checks }, seen).split('\n')
    expect(lines[0]).toMatch(/^failed {3}User {2}word/)
    expect(lines[1]).toMatch(/^ {15}word/)
    expect(lines.filter((line) => stringWidth(line) > 50)).toEqual([])
  })

  test('a wide script is counted by what it fills', async () => {
    const names = ['表', '表表表表', 'x', 'yy', 'zzz']
    const files = Object.fromEntries(
      names.map((name, index) => [`models/w${index}.js`, define(name, 'paranoid: true')]),
    )
    const create = names.map((name) => `await q.createTable('${name}s', { id: D.INTEGER })`)
    const { out } = await type(
      project(0, {
        ...files,
        'migrations/20240102000000-w.cjs': `module.exports = { async up(q, D) {\n${create.join('\n')}\n} }\n`,
      }),
      'check models',
    )
    const rows = out.split('\n').filter((line) => line.includes('models/w'))
    expect(rows).toHaveLength(5)
    expect(new Set(rows.map((row) => stringWidth(row.slice(0, row.indexOf('models/')))))).toHaveProperty(
      'size',
      1,
    )
  })
})

describe('what would steer a terminal or break a program', () => {
  const HOSTILE = '\u001b[31m\u0007\u009b\u202e\u2066\u061c\ud800'

  test.each(reporters.map(({ name }) => name))('is visible in %s', async (name) => {
    const root = project(1)
    const told = await check(settings(root))
    const [finding] = told.findings
    const bad: Outcome = {
      ...told,
      findings: [{ ...finding!, message: `x${HOSTILE}y`, model: HOSTILE, hint: HOSTILE }],
      notes: [`n${HOSTILE}`],
      next: `npx ${HOSTILE}`,
    }
    const out = report(name, bad, view(root))
    const steering = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u
    expect(out.split('\n').filter((line) => steering.test(line))).toEqual([])
    expect(out).not.toMatch(/\p{Surrogate}/u)
    expect(out).toContain('\\u202e')
  })

  test('a lone surrogate is escaped, a pair is not', () => {
    expect(safe('a\ud800b\udc00c 😀')).toBe('a\\ud800b\\udc00c 😀')
  })
})

describe('paranoid by a default', () => {
  const files = {
    'db.js':
      "const { Sequelize } = require('sequelize')\nmodule.exports = new Sequelize('sqlite::memory:', {\n  define: { paranoid: true },\n})\n",
    ...Object.fromEntries(
      range(2).map((index) => [
        `models/d${index}.js`,
        `const db = require('../db')\n\nmodule.exports = db.define('d${index}', {}, { tableName: 'd${index}s' })\n`,
      ]),
    ),
    'migrations/20240102000000-d.cjs':
      "module.exports = { async up(q, D) {\n  await q.createTable('d0s', { id: D.INTEGER })\n  await q.createTable('d1s', { id: D.INTEGER })\n} }\n",
  }

  test('the text names the file of the model too', async () => {
    const { out } = await type(project(0, files), 'check models')
    expect(out).toMatch(/\n {2}db\.js:3\n(.*\n)?.*\n? {2}models\/d0\.js:3 d0 is defined here\n/)
  })

  test('a table has the place of each model, and the option behind it', async () => {
    const { out } = await type(project(5, files), 'check models')
    expect(out).toMatch(/^ {2}d0 +d0s +deletedAt +models\/d0\.js:3 \(by db\.js:3\)$/m)
  })

  test('JSON has both', async () => {
    const { out } = await type(project(0, files), 'check models --format json')
    expect(JSON.parse(out).findings[0]).toMatchObject({
      model: 'd0',
      file: 'db.js',
      line: 3,
      column: expect.any(Number),
      modelAt: { file: 'models/d0.js', line: 3, column: expect.any(Number) },
    })
    const missing = await type(project(0), 'check models/none.js --format json')
    expect(JSON.parse(missing.out).findings[0]).toMatchObject({ rule: 'unreadable', modelAt: null })
  })
})
