/** What commands hand to reporters: one shape a command, with the next command as a field of its own. */

import { settingsFrom } from '../../src/cli/settings'
import { check } from '../../src/commands/check'
import { run } from '../../src/commands/run'
import { why } from '../../src/commands/why'
import { reporters } from '../../src/reporters'
import type { Outcome } from '../../src/types'
import { NOW, type } from '../helpers/command'
import { tempProject } from '../helpers/temp-project'

const PROJECT = {
  'config/config.json': '{}',
  'package.json': JSON.stringify({ dependencies: { sequelize: '6.37.7' } }),
  'models/user.js':
    "module.exports = (s, D) => s.define('User', {}, { tableName: 'users', paranoid: true })\n",
  'migrations/20240101000000-create.cjs': `module.exports = {
  up: (queryInterface, D) => queryInterface.createTable('users', { createdAt: D.DATE, updatedAt: D.DATE }),
}
`,
}

const COMMAND = 'npx sequelize-cli db:migrate --name 20250530120000-add-users-deletedat-column.cjs'

const settings = (cwd: string) =>
  settingsFrom({ paths: ['models'] }, { cwd, env: {}, terminal: { input: false, output: false } })

const view = (cwd: string) => ({
  cwd,
  color: false,
  width: 100,
  version: '1.0.0',
  line: () => undefined,
  dryRun: false,
})

const shown = (outcome: Outcome, name: string) =>
  reporters.find((one) => one.name === name)!.report(outcome, view('/p'))

test('the next command is a field, and no note', async () => {
  const outcome = await run(settings(tempProject(PROJECT)), { now: NOW })
  expect(outcome.next).toBe(COMMAND)
  expect(outcome.notes.filter((note) => note.includes('npx'))).toEqual([])
})

test('a command that has none says undefined; check has the one that repairs', async () => {
  const root = tempProject(PROJECT)
  const next = 'npx deletedat-codemod models'
  expect(await check(settings(root))).toMatchObject({ command: 'check', next })
  expect(await why('User', settings(root))).toMatchObject({ command: 'why', next: undefined })
})

test('a note that begins like one is a note', async () => {
  const told = await check(settings(tempProject(PROJECT)))
  const text = shown({ ...told, notes: ['Next: what a file said'], next: 'npx next' }, 'terminal')
  expect(text).toMatch(/Next: what a file said\n[^\n]*finding[^\n]*\nNext: npx next\n$/)
})

test('JSON has it as a field; the notes that programs read keep it', async () => {
  const { out } = await type(tempProject(PROJECT), 'models --format json')
  expect(JSON.parse(out)).toMatchObject({ next: COMMAND, notes: [`Next: ${COMMAND}`] })
  const asked = await type(tempProject(PROJECT), 'why User models --format json')
  expect(JSON.parse(asked.out)).toMatchObject({ next: null, written: [] })
})

test('what only one command has stands on its outcome alone', async () => {
  const told: Outcome = await check(settings(tempProject(PROJECT)))
  // @ts-expect-error: only the default command writes
  expect(told.written).toBeUndefined()
})
