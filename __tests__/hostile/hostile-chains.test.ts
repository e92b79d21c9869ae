/** Long chains of classes and of imports: what stands at their end is read, or it is said that it is not. */

import { type } from '../helpers/command'
import { tempProject } from '../helpers/temp-project'

const HEAD = `const { Sequelize, DataTypes, Model } = require('sequelize')
const sequelize = new Sequelize('postgres://x')
`
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
const files = (count: number, text: (index: number) => string, ending = 'js') =>
  Object.fromEntries(upTo(count).map((index) => [`models/c${index}.${ending}`, text(index)]))
const lines = (count: number, text: (index: number) => string) => upTo(count).map(text).join('\n')

const IMPORTING = (count: number) => `import { Sequelize } from 'sequelize'
import { soft } from './c${count}'
export const Deep = new Sequelize('postgres://x').define('Deep', {}, soft)
`
const SOFT = "export const soft = { paranoid: true, tableName: 'deep' }\n"

const shapes: Record<string, (count: number) => Record<string, string>> = {
  'classes of one file': (count) => ({
    'models/deep.js': `${HEAD}class C0 extends Model {}
${lines(count, (index) => `class C${index} extends C${index - 1} {}`)}
class Deep extends C${count} {}
Deep.init({}, { sequelize, paranoid: true, tableName: 'deep' })
`,
  }),
  'classes that each call super.init': (count) => ({
    'models/deep.js': `${HEAD}class C0 extends Model {}
${lines(count, (index) => `class C${index} extends C${index - 1} { static init(a, o) { return super.init(a, o) } }`)}
class Deep extends C${count} {}
Deep.init({}, { sequelize, paranoid: true, tableName: 'deep' })
`,
  }),
  'classes, one a file': (count) => ({
    'models/c0.js': `${HEAD}module.exports = class C0 extends Model {}\n`,
    ...files(
      count,
      (index) => `const B = require('./c${index - 1}')\nmodule.exports = class C${index} extends B {}\n`,
    ),
    'models/deep.js': `${HEAD}const B = require('./c${count}')
class Deep extends B {}
Deep.init({}, { sequelize, paranoid: true, tableName: 'deep' })
`,
  }),
  'classes of TypeScript, one a file': (count) => ({
    'models/c0.ts': "import { Model } from 'sequelize-typescript'\nexport class C0 extends Model {}\n",
    ...files(
      count,
      (index) =>
        `import { C${index - 1} } from './c${index - 1}'\nexport class C${index} extends C${index - 1} {}\n`,
      'ts',
    ),
    'models/deep.ts': `import { Table } from 'sequelize-typescript'
import { C${count} } from './c${count}'
@Table({ paranoid: true, tableName: 'deep' })
export class Deep extends C${count} {}
`,
  }),
  'exports that name what they pass on': (count) => ({
    'models/c0.js': SOFT,
    ...files(count, (index) => `export { soft } from './c${index - 1}'\n`),
    'models/deep.js': IMPORTING(count),
  }),
  'exports that pass on all': (count) => ({
    'models/c0.js': SOFT,
    ...files(count, (index) => `export * from './c${index - 1}'\n`),
    'models/deep.js': IMPORTING(count),
  }),
  'modules that require another': (count) => ({
    'models/c0.js': "exports.soft = { paranoid: true, tableName: 'deep' }\n",
    ...files(count, (index) => `module.exports = require('./c${index - 1}')\n`),
    'models/deep.js': `${HEAD}sequelize.define('Deep', {}, require('./c${count}').soft)\n`,
  }),
}

const migration = `exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('other', { id: Sequelize.INTEGER, deletedAt: Sequelize.DATE })
  await queryInterface.createTable('deep', { id: Sequelize.INTEGER })
}
`

interface Report {
  models: { name: string; status: string; reason?: string }[]
  findings: { rule: string; file: string; model: string | null }[]
  notes: string[]
}

const cases = Object.entries(shapes).flatMap(([shape, made]) =>
  [300, 1000, 5000].map((count) => ({ shape, count, made })),
)

test.each(cases)('$shape, $count of them', async ({ count, made }) => {
  const root = tempProject({
    'package.json': '{ "dependencies": { "sequelize": "^6.37.8" } }',
    'migrations/20240101000000-create.js': migration,
    'models/other.js': `${HEAD}sequelize.define('Other', {}, { paranoid: true, tableName: 'other' })\n`,
    ...made(count),
  })
  const { code, out, err } = await type(root, 'check models --format json --strict')
  expect(err).toBe('')
  expect([1, 2]).toContain(code)
  const { models, findings, notes }: Report = JSON.parse(out)
  expect(models.find(({ name }) => name === 'Other')).toMatchObject({ status: 'ok' })
  const deep = models.find(({ name }) => name === 'Deep')
  // Its table lacks the column: either that is found, or that it could not be told.
  expect([undefined, 'missing-column', 'undecided']).toContain(deep?.status)
  const rules = findings.filter(({ model, file }) => model === 'Deep' || /deep\.[jt]s$/.test(file))
  expect(rules.map(({ rule }) => rule)).toContainEqual(
    expect.stringMatching(
      deep?.status === 'missing-column' ? /^missing-column$/ : /^(undecided|unreadable)$/,
    ),
  )
  expect(notes.join()).not.toMatch(/not parse/)
})
