/** A file costs only itself, whatever is in it, and is said. */

import { judged, missing, model, unreadable } from '../helpers/hostile'

const SLIP = '{ name: DataTypes.STRINe: DataTypes.STRINe: DataTypes.STRING, more: DataTypes.STRING }'

// A file that names no model is no finding.
const DEFINES = `\nmodule.exports.ward = (sequelize) => sequelize.define('Other', {}, {})\n`

test.each([
  [
    'the attributes of a model',
    `class Ward extends Record {}\nWard.init(${SLIP}, { sequelize, tableName: 'Ward' })\n`,
  ],
  ['the options of a model', `module.exports = (s, D) => s.define('Ward', {}, ${SLIP})\n`],
  ['an object that nobody asks for', `const left = ${SLIP}\n`],
  ['a function that nobody calls', `function left() { ${'let a = 1\n'.repeat(9)} a b }\n`],
  ['a function that is called', `function left() { ${'let a = 1\n'.repeat(9)} a b }\nconst right = left()\n`],
  [
    'the defaults of an instance',
    `const sequelize = new Sequelize({ dialect: 'postgres', define: ${SLIP} })\n`,
  ],
])('a slip in %s', async (_where, text) => {
  const { code, findings } = await judged({
    'models/good.js': model('Good'),
    'models/bad.js': text + DEFINES,
  })
  expect(findings).toContainEqual(missing('Good'))
  expect(findings).toContainEqual(unreadable('models/bad.js', /The file does not parse: /))
  expect(code).toBe(2)
})

test('a literal of another file that does not parse is not known', async () => {
  const { code, findings, models } = await judged({
    'models/good.js': model('Good'),
    'models/bad.js': `module.exports = { tableName: 't', paranoid: true, comment: 'this text makes it long' x: 1 }\n`,
    'models/other.js': `const options = require('./bad')\nmodule.exports = (s, D) => s.define('Other', {}, { ...options, timestamps: true, comment: 'paranoid' })\n`,
  })
  expect(findings).toContainEqual(missing('Good'))
  expect(findings).toContainEqual(unreadable('models/bad.js', /does not parse/))
  expect(models).toContainEqual(expect.objectContaining({ name: 'Other', status: 'undecided' }))
  expect(code).toBe(2)
})

test('a migration that does not parse may have made the column', async () => {
  const { models } = await judged({
    'models/good.js': model('Good'),
    'migrations/20240102000000-u.js': `module.exports = { up: (q, S) => q.addColumn(['t'][0], 'deletedAt', { type: S.DATE x: S.DATE, allowNull: true }) }\n`,
  })
  expect(models).toContainEqual(expect.objectContaining({ name: 'Good', status: 'unproven' }))
})
