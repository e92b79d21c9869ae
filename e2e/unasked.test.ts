/** Nothing is written that nobody asked for. */

import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { DATABASE, files, home, migration, model, project, read } from './project'
import { atTerminal, describeAtTerminal, KEY } from './terminal'

const PROJECT = {
  'database.js': DATABASE,
  'models/session.js': model('Session'),
  'models/user.js': model('User'),
  'migrations/20240101000000-create.js': migration('sessions', 'users'),
}

const added = () => files().filter((name) => name.includes('-add-'))

beforeEach(() => project(PROJECT))

/** As a script or CI runs it: there is no terminal. */
function unattended(...args: string[]) {
  const { CI: _ci, FORCE_COLOR: _force, ...env } = process.env
  const command = path.join(home, 'node_modules/deletedat-codemod/dist/bin.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: home,
    encoding: 'utf8',
    input: '',
    env,
  })
  return { code: status, out: stdout, err: stderr }
}

test('without a terminal it does what is recommended, and its last lines list each file', () => {
  const { code, out } = unattended('models/')
  expect(code).toBe(0)
  const lines = out.trimEnd().split('\n')
  expect(lines.slice(-3)).toEqual([
    expect.stringMatching(/^new {6}migrations\/\d{14}-add-sessions-deletedat-column\.cjs$/),
    expect.stringMatching(/^new {6}migrations\/\d{14}-add-users-deletedat-column\.cjs$/),
    expect.stringMatching(/^Next: /),
  ])
  expect(added()).toHaveLength(2)
})

test.each([
  ['chekc models/', 'Did you mean npx deletedat-codemod check models/?'],
  ['model/', 'Did you mean models/?'],
  ['models/ modles', 'Did you mean models/?'],
  ['-- nonexistent', 'There is no nonexistent. Nothing was written.'],
])('a line with a slip writes nothing: %s', (line, told) => {
  const before = files()
  expect(unattended(...line.split(' '))).toEqual({ code: 2, out: '', err: expect.stringContaining(told) })
  expect(files()).toEqual(before)
})

test('behind -- stand paths', () => {
  expect(unattended('--', 'models/user.js').code).toBe(0)
  expect(added()).toEqual([expect.stringContaining('-add-users-')])
})

test.each([
  ['check', 'models/'],
  ['models/', '--dry-run'],
  ['models/', '--dry-run', '--yes'],
])('%s %s %s writes nothing', (...args) => {
  const before = files()
  expect(unattended(...args).code).toBe(1)
  expect(files()).toEqual(before)
})

describeAtTerminal('at a terminal it asks', () => {
  test.each([
    ['with the output in a pipe', 'models/', '{} | tee out.txt'],
    ['with the output in a file', 'models/', '{} > out.txt'],
    ['with the errors in a file', 'models/', '{} 2> out.txt'],
    ['with a report as JSON', 'models/ --format json', '{}'],
  ])('%s', async (_, args, line) => {
    const shown = atTerminal(args, { line })
    await shown.shows('What shall be done?')
    shown.press(KEY.stop)
    await shown.ends()
    expect(added()).toEqual([])
    expect(read('models/session.js')).toBe(model('Session'))
  })

  test('unless it has --yes', async () => {
    const shown = atTerminal('models/ --yes')
    expect(await shown.ends()).toBe(0)
    expect(shown.text()).not.toContain('What shall be done?')
    expect(added()).toHaveLength(2)
  })
})
