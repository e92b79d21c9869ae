/** What is told before B is written, and what it takes to write it. */

import fs from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv/dist/2020'
import schema from '../../schema/report.schema.json'
import { settingsFrom } from '../../src/cli/settings'
import { type Asks, run } from '../../src/commands/run'
import { NOW, type } from '../helpers/command'
import { bytesOf, tempProject } from '../helpers/temp-project'

const define = (name: string, table: string) => `module.exports = (sequelize, DataTypes) =>
  sequelize.define('${name}', {
    title: DataTypes.STRING,
    deletedAt: DataTypes.DATE,
  }, { tableName: '${table}', paranoid: true, defaultScope: { where: { deletedAt: null } } })
`

const PROJECT = {
  'package.json': JSON.stringify({ dependencies: { sequelize: '6.37.7' } }),
  'models/session.js': define('Session', 'sessions'),
  'models/user.js': define('User', 'users'),
  'models/log.js': `module.exports = (sequelize) =>
  sequelize.define('Log', {}, { paranoid: true, timestamps: false })\n`,
  'services/sessions.js': `const { Session } = require('../models')
${Array.from({ length: 11 }, (_, index) => `exports.remove${index} = (id) => Session.destroy({ where: { id } })`).join('\n')}
exports.log = ({ Log }) => Log.destroy({ where: {} })
exports.row = (row) => row.restore()
`,
  'migrations/20240101000000-create.cjs': `module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('sessions', { id: Sequelize.INTEGER })
    await queryInterface.createTable('users', { id: Sequelize.INTEGER })
    await queryInterface.sequelize.query('UPDATE sessions SET "deletedAt" = NULL WHERE false')
  },
}
`,
}

const SHOWN = `What changes with paranoid off: Session

  Rows are deleted here for good now. (11)
    services/sessions.js:2  exports.remove0 = (id) => Session.destroy({ where: { id } })
    services/sessions.js:3  exports.remove1 = (id) => Session.destroy({ where: { id } })
    services/sessions.js:4  exports.remove2 = (id) => Session.destroy({ where: { id } })
    services/sessions.js:5  exports.remove3 = (id) => Session.destroy({ where: { id } })
    services/sessions.js:6  exports.remove4 = (id) => Session.destroy({ where: { id } })
    services/sessions.js:7  exports.remove5 = (id) => Session.destroy({ where: { id } })
    services/sessions.js:8  exports.remove6 = (id) => Session.destroy({ where: { id } })
    services/sessions.js:9  exports.remove7 = (id) => Session.destroy({ where: { id } })
    and 3 more

  These scopes name the deletion time: where there is no column, every query through them fails. (1)
`

const B = 'models --repair disable-paranoid --only Session'

test('a dry run shows the places beside the diff, and what was not counted', async () => {
  const root = tempProject(PROJECT)
  const before = bytesOf(root)
  const { out } = await type(root, `${B} --dry-run`)
  expect(out).toContain('+  }, { tableName: ')
  expect(out).toContain(
    `${SHOWN}    models/session.js:5  ...'sessions', paranoid: true, defaultScope: { where: { deletedAt: null } } })`,
  )
  expect(out).toContain(`Whose these are cannot be told; look whether they concern it too. (1)
    services/sessions.js:14  exports.row = (row) => row.restore()
`)
  expect(out).toContain('How many rows those are was not counted: --evidence database counts them.')
  expect(bytesOf(root)).toEqual(before)
})

test('after writing, lines are numbered as the file is then', async () => {
  const root = tempProject(PROJECT)
  const { out, code } = await type(root, `${B} --format json`)
  expect(code).toBe(0)
  const document = JSON.parse(out)
  const validate = new Ajv({ allowUnionTypes: true }).compile(schema)
  validate(document)
  expect(validate.errors).toBeNull()
  expect(document.hazards).toHaveLength(13)
  const scope = document.hazards.find(({ kind }: { kind: string }) => kind === 'scope')
  expect(scope).toMatchObject({ model: 'Session', file: 'models/session.js', line: 4 })
  const lines = fs.readFileSync(path.join(root, 'models/session.js'), 'utf8').split('\n')
  expect(lines[scope.line - 1]).toContain('defaultScope')
  expect(document.hazards.filter(({ model }: { model: unknown }) => model === null)).toMatchObject([
    { kind: 'restore', line: 14, text: 'exports.row = (row) => row.restore()' },
  ])
})

test('A, and B for what never kept a row, change nothing else', async () => {
  const root = tempProject(PROJECT)
  expect(JSON.parse((await type(root, 'models --format json --dry-run')).out)).not.toHaveProperty('hazards')
  const { out } = await type(root, 'models --repair disable-paranoid --only Log')
  expect(out).toContain('changed  models/log.js')
  expect(out).not.toContain('What changes')
  expect(out).not.toContain('counted')
})

describe('rows that would show up again', () => {
  const settings = (root: string, given = {}) =>
    settingsFrom(
      { paths: ['models'], repair: 'disable-paranoid', ...given },
      { cwd: root, env: {}, terminal: { input: true, output: true } },
    )
  const deletedRows = async () =>
    new Map([
      ['Session', 3],
      ['User', 0],
    ])

  test('--yes does not pass, --accept-reappearing does', async () => {
    const root = tempProject(PROJECT)
    const refused = await run(settings(root, { yes: true, only: ['Session', 'User'] }), {
      now: NOW,
      deletedRows,
    })
    expect(refused.written.map(({ file }) => path.basename(file))).toEqual(['user.js'])
    expect(refused.exitCode).toBe(1)
    expect(refused.notes).toContain(
      '3 soft-deleted rows of Session would show up again. disable-paranoid was not written; --accept-reappearing goes on all the same.',
    )
    expect(refused.hazards?.filter(({ model }) => model === 'Session')).toEqual([])
    expect(refused.notes.join()).not.toContain('was not counted')
    const done = await run(settings(root, { yes: true, only: ['Session'], acceptReappearing: true }), {
      now: NOW,
      deletedRows: async () => new Map([['Session', 1]]),
    })
    expect(done.written.map(({ file }) => path.basename(file))).toEqual(['session.js'])
    expect(done.notes).toContain('1 soft-deleted row of Session shows up again.')
  })

  test('a dry run says what it takes', async () => {
    const root = tempProject(PROJECT)
    const { notes } = await run(settings(root, { dryRun: true, only: ['Session'] }), {
      now: NOW,
      deletedRows,
    })
    expect(notes).toContain('3 soft-deleted rows of Session would show up again.')
    expect(notes).toContain('Where nobody is asked, --accept-reappearing is needed for them.')
  })

  test('somebody who is asked is told the number and the places', async () => {
    const root = tempProject(PROJECT)
    const confirm = jest.fn<ReturnType<Asks['confirm']>, Parameters<Asks['confirm']>>(async () => true)
    const asks: Asks = { repair: async () => 'stop', confirm }
    const done = await run(settings(root, { only: ['Session'] }), { now: NOW, asks, deletedRows })
    const [, , brings] = confirm.mock.calls[0]!
    expect(brings.rows).toEqual(['3 soft-deleted rows of Session would show up again.'])
    expect(brings.hazards).toHaveLength(13)
    expect(done.written).toHaveLength(1)
  })

  test('nobody is asked about models that stay paranoid', async () => {
    const count = jest.fn(deletedRows)
    await run(settings(tempProject(PROJECT), { yes: true, repair: undefined }), {
      now: NOW,
      deletedRows: count,
    })
    expect(count).not.toHaveBeenCalled()
  })
})
