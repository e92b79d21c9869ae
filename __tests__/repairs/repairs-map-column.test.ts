import path from 'node:path'
import { planRepairs } from '../../src/repairs'
import { mapColumn } from '../../src/repairs/map-column'
import type { Finding } from '../../src/types'
import { contextOf, judgedFrom, marked } from '../helpers/marked-model'
import { type Case, repairFile } from '../helpers/repair-project'
import { tempProject } from '../helpers/temp-project'

function map(files: Record<string, string>, wanted: Partial<Case> = {}, file = 'models/session.js') {
  const root = tempProject(files)
  const { plan, files: after } = repairFile(root, file, { ...wanted, repair: 'map-column' })
  const texts = Object.fromEntries([...after].map(([name, text]) => [path.relative(root, name), text]))
  return { texts, says: plan.repaired.map(({ says }) => says), notes: plan.notes }
}

describe('what several models share is not changed', () => {
  const two = (session: string) =>
    `const { DataTypes } = require('sequelize')\nconst soft = { paranoid: true, deletedAt: 'removedAt' }\nmodule.exports = (sequelize) => {\n  sequelize.define('Session', { x: DataTypes.DATE }, ${session})\n  sequelize.define('User', {}, { ...soft })\n}\n`

  test('an option', () => {
    const { texts } = map({ 'models/session.js': two('{ ...soft }') }, { only: ['Session'] })
    expect(texts).toEqual({ 'models/session.js': two("{ ...soft, deletedAt: 'deleted_at' }") })
  })

  const attributes = (session: string) =>
    `module.exports = (sequelize, DataTypes) => {\n  const stamps = { deletedAt: DataTypes.DATE }\n  sequelize.define('Session', ${session}, { paranoid: true })\n  sequelize.define('User', { ...stamps }, { paranoid: true })\n}\n`

  test('an attribute, which is declared anew after it', () => {
    const { texts, says } = map({ 'models/session.js': attributes('{ ...stamps }') }, { only: ['Session'] })
    expect(texts).toEqual({
      'models/session.js': attributes(
        "{ ...stamps, deletedAt: { type: DataTypes.DATE, field: 'deleted_at' } }",
      ),
    })
    expect(says).toEqual([
      'deletedAt is declared for Session with the column "deleted_at", since session.js:2 may serve others.',
    ])
  })

  test('an attributes literal that both are given', () => {
    const { texts, notes } = map(
      { 'models/session.js': attributes('stamps').replace('{ ...stamps }', 'stamps') },
      { only: ['Session'] },
    )
    expect(texts).toEqual({})
    expect(notes).toEqual([
      "Session: The attribute deletedAt of Session is declared at session.js:2 for User as well. Give it field: 'deleted_at' by hand.",
    ])
  })
})

test('an attribute that cannot be told is left', () => {
  const { notes } = map({
    'models/session.js':
      "const { stamp } = require('nowhere')\nmodule.exports = (sequelize, DataTypes) => sequelize.define('Session', {}, { paranoid: true })\n",
  })
  expect(notes).toEqual([])
  const at = marked(
    "define('Session', { [[declared|deletedAt: [[declaredValue|stamp]]]] }, [[options|{ paranoid: true }]])",
  )
  const file = path.resolve('/project/models/session.js')
  const judged = judgedFrom(at, { rule: 'misnamed-column', found: 'deleted_at' })
  judged.model.declared!.value = { kind: 'unknown', text: 'stamp', at: at.at.declared!, why: '' }
  const plan = planRepairs([{ judged, repair: 'map-column' }], contextOf([judged], { [file]: at.text }))
  expect(plan.notes).toEqual([
    "Session: What deletedAt is at session.js:1 cannot be told. Give it field: 'deleted_at' by hand.",
  ])
})

test('a name in use without DataTypes at hand: the option is all there is, and what names it is told', () => {
  const text = (options: string) =>
    `module.exports = (sequelize) => {\n  const Session = sequelize.define('Session', {}, ${options})\n  Session.prototype.isGone = function () {\n    return this.deletedAt !== null\n  }\n  return Session\n}\n`
  const { texts, says } = map({ 'models/session.js': text('{\n    paranoid: true,\n  }') })
  expect(texts).toEqual({
    'models/session.js': text("{\n    paranoid: true,\n    deletedAt: 'deleted_at',\n  }"),
  })
  expect(says).toEqual([
    'The option deletedAt of Session names "deleted_at" now. What was deletedAt in queries and rows is "deleted_at" now. deletedAt is still named in line 7.',
  ])
})

describe('two attributes of one column', () => {
  const text = (attributes: string) =>
    `const { gone } = require('./gone')\nmodule.exports = (sequelize, DataTypes) => sequelize.define('Session', ${attributes}, { paranoid: true })\n`

  test('where one of them cannot be told', () => {
    const { texts, notes } = map({
      'models/session.js': text('{ deletedAt: DataTypes.DATE, gone }'),
      'models/gone.js': 'exports.gone = {}\n',
    })
    expect(notes).toEqual([])
    expect(texts).toEqual({
      'models/session.js': text("{ deletedAt: { type: DataTypes.DATE, field: 'deleted_at' }, gone }"),
    })
  })

  test('where both are declared, and one of them by others too', () => {
    const files = {
      'models/session.js':
        "module.exports = (sequelize, DataTypes) => {\n  const stamps = { deletedAt: DataTypes.DATE }\n  sequelize.define('Session', { deleted_at: DataTypes.DATE, ...stamps }, { paranoid: true })\n  sequelize.define('User', { ...stamps }, { paranoid: true })\n}\n",
    }
    const { texts, notes } = map(files, { only: ['Session'] })
    expect(texts).toEqual({})
    expect(notes).toEqual([
      'Session: Session declares both deleted_at and deletedAt (session.js:2). Keep one of them, and name it in the option deletedAt.',
    ])
  })
})

test('underscored without a literal to declare it in is left', () => {
  const { texts, notes } = map(
    {
      'models/session.js':
        "const { attributes } = require('./attributes')\nmodule.exports = (sequelize) => sequelize.define('Session', attributes, { paranoid: true, underscored: true })\n",
      'models/attributes.js': 'exports.attributes = {}\n',
    },
    { column: 'deletedAt' },
  )
  expect(texts).toEqual({})
  expect(notes).toEqual([
    "Session: The attributes of Session are not written in a literal of its own. Declare deletedAt with field: 'deletedAt' by hand.",
  ])
})

test('Sequelize 4 leaves the name of an option as it is', () => {
  const text = (options: string) =>
    `module.exports = (sequelize, DataTypes) => sequelize.define('Session', {}, ${options})\n`
  const { texts } = map(
    { 'models/session.js': text('{ paranoid: true, underscored: true }') },
    { version: '4.44.4', column: 'deletedAt' },
  )
  expect(texts).toEqual({
    'models/session.js': text("{ paranoid: true, underscored: true, deletedAt: 'deletedAt' }"),
  })
})

test('two decorated models of one file import what they need once', () => {
  const text = (imported: string, decorators: string) =>
    `import { ${imported} } from 'sequelize-typescript'\n${['Session', 'User'].map((name) => `\n@Table\nexport class ${name} extends Model {\n  ${decorators}@DeletedAt\n  deletedAt: Date\n}\n`).join('')}`
  const { texts, notes } = map(
    { 'models/session.ts': text('DeletedAt, Model, Table', '') },
    {},
    'models/session.ts',
  )
  expect(texts).toEqual({
    'models/session.ts': text(
      'DeletedAt, Model, Table, Column, DataType',
      "@Column({ type: DataType.DATE, field: 'deleted_at' })\n  ",
    ),
  })
  expect(notes).toEqual([])
})

test('decorators that come from a barrel are not guessed', () => {
  const { notes } = map(
    {
      'models/session.ts':
        "import { DeletedAt, Model, Table } from './st'\n@Table\nexport class Session extends Model {\n  @DeletedAt\n  deletedAt: Date\n}\n",
      'models/st.ts': "export * from 'sequelize-typescript'\n",
    },
    {},
    'models/session.ts',
  )
  expect(notes).toEqual([
    'Session: How deletedAt of Session is decorated cannot be told. Give it the column "deleted_at" by hand.',
  ])
})

test('repairs of one run that touch the same characters: the later one waits', () => {
  const at = marked("define('Session', {}, [[options|{ [[paranoid|paranoid: [[value|true]]]] }]])")
  const file = path.resolve('/project/models/session.js')
  const one = judgedFrom(at, { rule: 'misnamed-column', found: 'deleted_at' })
  const other = judgedFrom(at, { rule: 'misnamed-column', found: 'removed_at', sites: {} })
  other.model.deletedAtOption = { at: at.at.paranoid!, valueAt: at.at.value!, value: 'x' }
  const plan = planRepairs(
    [
      { judged: one, repair: 'map-column' },
      { judged: other, repair: 'map-column' },
    ],
    contextOf([one], { [file]: at.text }),
  )
  expect(plan.repaired).toHaveLength(1)
  expect(plan.notes).toEqual([
    'Session: Another repair of this run changes the same lines. Run the command again for this one.',
  ])
})

test('it fits a misnamed column alone', () => {
  const judged = judgedFrom(marked('[[options|{}]]'), { rule: 'misnamed-column', found: 'deleted_at' })
  const fits = (rule: Finding['rule']) => mapColumn.fits({ ...judged.finding, rule }, judged.model)
  expect([fits('misnamed-column'), fits('missing-column'), fits('unproven')]).toEqual([true, false, false])
  expect(mapColumn.describe(judged.finding, judged.model)).toBe(
    'map deletedAt to the column "deleted_at" that is there',
  )
})
