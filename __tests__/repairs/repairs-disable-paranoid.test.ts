import path from 'node:path'
import { planRepairs } from '../../src/repairs'
import { disableParanoid } from '../../src/repairs/disable-paranoid'
import type { Finding } from '../../src/types'
import { contextOf, judgedFrom, marked } from '../helpers/marked-model'
import { type Case, type Repaired, repairFile } from '../helpers/repair-project'
import { tempProject } from '../helpers/temp-project'

type Files = Record<string, string>

/** The files after B, by their relative path, and what is said. */
function disable(files: Files, wanted: Partial<Case> = {}, file = 'models/session.js') {
  const root = tempProject(files)
  const users =
    wanted.users &&
    ((one: string) => wanted.users?.(path.relative(root, one))?.map((name) => path.join(root, name)))
  const done = repairFile(root, file, { ...wanted, users, repair: 'disable-paranoid' })
  const texts = Object.fromEntries([...done.files].map(([name, text]) => [path.relative(root, name), text]))
  return { texts, ...saidBy(done) }
}

const saidBy = ({ plan }: Repaired) => ({
  says: plan.repaired.map(({ says }) => says),
  notes: plan.notes,
  left: plan.left.map(({ model }) => model),
})

const session = (options: string, attributes = '{}') =>
  `const { soft } = require('./soft')\nmodule.exports = (sequelize, DataTypes) => sequelize.define('Session', ${attributes}, ${options})\n`
const soft = 'exports.soft = { paranoid: true }\n'

describe('a value in another file', () => {
  const files = { 'models/session.js': session('soft'), 'models/soft.js': soft }

  test('that only this model uses is rewritten there', () => {
    const { texts, says } = disable(files, { users: () => ['models/session.js'] })
    expect(texts).toEqual({ 'models/soft.js': 'exports.soft = { paranoid: false }\n' })
    expect(says).toEqual(['paranoid is false now at soft.js:1.'])
  })

  test.each([
    ['nobody looked who else uses it', undefined],
    ['another file uses it', () => ['models/session.js', 'models/user.js']],
  ])('stays where %s', (_why, users) => {
    const { texts, says } = disable(files, { users })
    expect(texts).toEqual({ 'models/session.js': session('{ ...soft, paranoid: false }') })
    expect(says).toEqual([
      'paranoid: false is set for Session alone, because soft.js:1 may be used by other models too.',
    ])
  })

  test.each([
    [
      'a JSON file',
      "require('./soft.json')",
      { 'models/soft.json': '{ "paranoid": true }' },
      'soft.json:1 is no source file of the models',
    ],
    [
      'a package',
      "require('soft')",
      {
        'node_modules/soft/index.js': 'module.exports = { paranoid: true }\n',
        'node_modules/soft/package.json': '{ "name": "soft" }',
      },
      'index.js:1 is no source file of the models',
    ],
  ])('stays in %s', (_what, required, also, because) => {
    const text = (options: string) =>
      `const soft = ${required}\nmodule.exports = (sequelize) => sequelize.define('Session', {}, ${options})\n`
    const { texts, says } = disable(
      { ...also, 'models/session.js': text('{ ...soft }') },
      { users: () => ['models/session.js'] },
    )
    expect(texts).toEqual({ 'models/session.js': text('{ ...soft, paranoid: false }') })
    expect(says).toEqual([`paranoid: false is set for Session alone, because ${because}.`])
  })
})

test('a constant stays where a model that cannot be evaluated may use it', () => {
  const text = (options: string) =>
    `const soft = { paranoid: true }\nmodule.exports = (sequelize) => {\n  sequelize.define('Session', {}, ${options})\n  sequelize.define('Invoice', {}, process.env.SOFT ? soft : {})\n}\n`
  const { texts, says } = disable({ 'models/session.js': text('{ ...soft }') }, { only: ['Session'] })
  expect(texts).toEqual({ 'models/session.js': text('{ ...soft, paranoid: false }') })
  expect(says).toEqual([
    expect.stringMatching(/^paranoid: false is set for Session alone, because .*Invoice.*\.$/),
  ])
})

describe('an attribute that would go on asking for the column', () => {
  test('in another file is no business of this repair', () => {
    const { texts, notes, left } = disable({
      'models/session.js':
        "const { stamps } = require('./stamps')\nmodule.exports = (sequelize) => sequelize.define('Session', { ...stamps }, { paranoid: true })\n",
      'models/stamps.js':
        "const { DataTypes } = require('sequelize')\nexports.stamps = { deletedAt: DataTypes.DATE }\n",
    })
    expect(texts).toEqual({})
    expect(left).toEqual(['Session'])
    expect(notes).toEqual([
      'Session: The attribute deletedAt of Session is declared at stamps.js:2, which may serve other models: without the column every query would fail even with paranoid off. Remove it there, or add the column.',
    ])
  })

  test('that two models share stays, for one of them may need it', () => {
    const { notes, left } = disable(
      {
        'models/session.js':
          "module.exports = (sequelize, DataTypes) => {\n  const stamps = { deletedAt: DataTypes.DATE }\n  sequelize.define('Session', { ...stamps }, { paranoid: true })\n  sequelize.define('User', { ...stamps }, { paranoid: true })\n}\n",
      },
      { only: ['Session'] },
    )
    expect(left).toEqual(['Session'])
    expect(notes).toEqual([expect.stringContaining('is declared at session.js:2 for User as well')])
  })

  test('of a decorated base class stays', () => {
    const { notes } = disable(
      {
        'models/session.ts':
          "import { Table } from 'sequelize-typescript'\nimport { Base } from './base'\n@Table\nexport class Session extends Base {}\n",
        'models/base.ts':
          "import { Column, DeletedAt, Model } from 'sequelize-typescript'\nexport abstract class Base extends Model {\n  @DeletedAt\n  @Column\n  deletedAt: Date\n}\n",
      },
      {},
      'models/session.ts',
    )
    expect(notes).toEqual([expect.stringContaining('is declared at base.ts:3')])
  })
})

test('where the column is there, its attribute stays', () => {
  const text =
    "define('Session', { [[declared|deletedAt: DATE]] }, [[options|{ [[paranoid|paranoid: [[value|true]]]] }]])"
  const at = marked(text)
  const file = path.resolve('/project/models/session.js')
  for (const [rule, edits] of [
    ['wrong-type', 1],
    ['broken-paranoid', 1],
    ['inert-paranoid', 1],
    ['missing-column', 2],
    ['misnamed-column', 2],
    ['unproven', 2],
  ] as [Finding['rule'], number][]) {
    const judged = judgedFrom(at, { rule })
    const done = disableParanoid.plan(judged, contextOf([judged], { [file]: at.text }))
    expect([rule, 'edits' in done && done.edits.length]).toEqual([rule, edits])
  }
})

describe('a base class', () => {
  const base = (merged: string) =>
    `const { Model } = require('sequelize')\nmodule.exports = class Base extends Model {\n  static init(attributes, options) {\n    return super.init(attributes, ${merged})\n  }\n}\n`
  const session = (options: string) =>
    `const Base = require('./base')\nclass Session extends Base {}\nmodule.exports = (sequelize) => Session.init({}, { ${options} })\n`

  test('that lets the model have a say', () => {
    const { texts } = disable({
      'models/session.js': session('sequelize'),
      'models/base.js': base('{ paranoid: true, ...options }'),
    })
    expect(texts).toEqual({ 'models/session.js': session('sequelize, paranoid: false') })
  })

  test('that has the last word', () => {
    const { texts, notes } = disable({
      'models/session.js': session('sequelize'),
      'models/base.js': base('{ ...options, paranoid: true }'),
    })
    expect(texts).toEqual({})
    expect(notes).toEqual([
      "Session: base.js:4 sets paranoid after the model's own options. Let the model have a say there, or add the column.",
    ])
  })
})

test('of many others three are named', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'Session']
  const text = (session: string) =>
    `const soft = { paranoid: true }\nmodule.exports = (sequelize) => {\n${names.map((name) => `  sequelize.define('${name}', {}, { ...soft${name === 'Session' ? session : ''} })\n`).join('')}}\n`
  const { texts, says } = disable({ 'models/session.js': text('') }, { only: ['Session'] })
  expect(texts).toEqual({ 'models/session.js': text(', paranoid: false') })
  expect(says).toEqual([
    'paranoid: false is set for Session alone, because session.js:1 also serves A, B, C and 2 more.',
  ])
})

describe('no place of its own', () => {
  test('models of one loop share their definition', () => {
    const { texts, notes, left } = disable({
      'models/session.js':
        "module.exports = (sequelize) => {\n  for (const name of ['Session', 'User']) sequelize.define(name, {}, { paranoid: true })\n}\n",
    })
    expect(texts).toEqual({})
    expect(left).toEqual(['Session', 'User'])
    expect(notes).toEqual([
      'Session: session.js:2 also serves User. Session has no options of its own: none are written for it alone. Write paranoid: false by hand.',
      'User: session.js:2 also serves Session. User has no options of its own: none are written for it alone. Write paranoid: false by hand.',
    ])
  })

  test('options that two models are given', () => {
    const at = marked('const o = [[options|{ [[paranoid|paranoid: [[value|true]]]] }]]\n')
    const [one, other] = [judgedFrom(at), judgedFrom(at, { name: 'User' })]
    const file = path.resolve('/project/models/session.js')
    const { notes } = planRepairs(
      [{ judged: one, repair: 'disable-paranoid' }],
      contextOf([one, other], { [file]: at.text }),
    )
    expect(notes).toEqual([
      'Session: session.js:1 also serves User. Session has no options of its own: those at session.js:1 serve User as well. Write paranoid: false by hand.',
    ])
  })

  test('a file that is gone', () => {
    const judged = judgedFrom(marked('[[options|{}]]'))
    const { left } = planRepairs([{ judged, repair: 'disable-paranoid' }], contextOf([judged], {}))
    expect(left).toEqual([judged.finding])
  })
})

test('several models of one file, each in its own words', () => {
  const text = (a: string, b: string) =>
    `module.exports = (sequelize, DataTypes) => ({\n  a: sequelize.define('A', {}, { ${a} }),\n  b: sequelize.define('B', { x: DataTypes.DATE }, { ${b} }),\n})\n`
  const { texts, says } = disable({ 'models/session.js': text('paranoid: true', '"paranoid": true') })
  expect(texts).toEqual({ 'models/session.js': text('paranoid: false', '"paranoid": false') })
  expect(says).toEqual(['paranoid is false now at session.js:2.', 'paranoid is false now at session.js:3.'])
})

test('lines that still name it are told as they are numbered afterwards', () => {
  const { says } = disable({
    'models/session.js':
      "module.exports = (sequelize, DataTypes) => {\n  const Session = sequelize.define('Session', {\n    // deleted when?\n    deletedAt: {\n      type: DataTypes.DATE,\n    },\n  }, { paranoid: true, deletedAt: 'deletedAt', indexes: [{ fields: ['deletedAt'] }] })\n  Session.alive = () => Session.findAll({ where: { deletedAt: null } })\n  return Session\n}\n",
  })
  expect(says).toEqual([
    'paranoid is false now at session.js:7. The attribute deletedAt is removed too, for it would go on asking for the column. deletedAt is still named in lines 3 and 4.',
  ])
})

test('it fits what is paranoid and can be told', () => {
  const judged = judgedFrom(marked('[[options|{}]]'))
  const fits = (rule: Finding['rule'], paranoid = true) =>
    disableParanoid.fits({ ...judged.finding, rule }, { ...judged.model, paranoid })
  expect(fits('missing-column')).toBe(true)
  expect(fits('inert-paranoid')).toBe(true)
  expect(fits('missing-column', false)).toBe(false)
  expect(fits('undecided')).toBe(false)
  expect(disableParanoid.describe(judged.finding, judged.model)).toBe(
    'turn paranoid off for Session: destroy() then deletes for good, and rows deleted so far show again',
  )
})
