/** Slips of a first user: what they must never cost. */

import { type } from './command'
import { bytesOf, tempProject } from './temp-project'

const PROJECT = {
  'models/user.js': `module.exports = (sequelize) => sequelize.define('User', {}, { tableName: 'users', paranoid: true })\n`,
  'migrations/20240101000000-users.js':
    "module.exports = { up: (q, { INTEGER }) => q.createTable('users', { id: INTEGER }) }\n",
}

test.each([
  ['chek models', 'There is no path chek, and no such command.\nDid you mean deletedat-codemod check?\n'],
  ['Check models', 'There is no path Check, and no such command.\nDid you mean deletedat-codemod check?\n'],
  ['wy User', 'There is no path wy, and no such command.\nDid you mean deletedat-codemod why?\n'],
])('%s: a mistyped command writes nothing', async (line, err) => {
  const root = tempProject(PROJECT)
  const before = bytesOf(root)
  expect(await type(root, line)).toEqual({ code: 2, out: '', err })
  expect(bytesOf(root)).toEqual(before)
})

test('a folder of models that is called almost like a command is a folder', async () => {
  const root = tempProject({
    'checks/user.js': PROJECT['models/user.js'],
    'migrations/1.js': PROJECT['migrations/20240101000000-users.js'],
  })
  expect((await type(root, 'checks --dry-run')).out).toContain('adds "deletedAt" to "users"')
})

const HARD =
  'Without paranoid destroy() deletes rows for good, restore() throws, and rows that were soft-deleted show up again: User.'

test('whoever turns paranoid off is told what that means, before and after', async () => {
  const root = tempProject(PROJECT)
  expect((await type(root, 'models --repair disable-paranoid --dry-run')).out).toContain(HARD)
  expect((await type(root, 'models --repair disable-paranoid')).out).toContain(HARD)
})

test('nobody else is', async () => {
  expect((await type(tempProject(PROJECT), 'models')).out).not.toContain('for good')
})
