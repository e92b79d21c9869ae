/** `init` at a terminal, as a newcomer meets it: it shows each part, asks, writes what was agreed to, and the hook works. */

import { spawnSync } from 'node:child_process'
import { DATABASE, files, home, migration, model, project, read } from './project'
import { atTerminal, describeAtTerminal, KEY } from './terminal'

const PROJECT = {
  '.gitignore': 'node_modules\n',
  '.github/CODEOWNERS': '* @team\n',
  'database.js': DATABASE,
  'models/session.js': model('Session'),
  'migrations/20240101000000-create.js': migration('sessions', 'users'),
}

const HOOK = '.githooks/pre-commit'
const JOB = '.github/workflows/deletedat-codemod.yml'
const CONFIG = 'deletedat-codemod.config.json'
const BASELINE = 'deletedat-codemod.baseline.json'

function git(...args: string[]) {
  const words = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'core.autocrlf=false', ...args]
  const { status, stdout, stderr } = spawnSync('git', words, { cwd: home, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

/** package.json stays from test to test; what a run adds to it is taken out again. */
const manifest = () => JSON.parse(read('package.json'))

beforeEach(() => {
  project(PROJECT)
  git('init', '--quiet')
  git('checkout', '--quiet', 'HEAD', '--', 'package.json')
  git('add', '--all')
  git('commit', '--quiet', '--no-verify', '--message', 'as it was')
})

afterEach(() => {
  git('checkout', '--quiet', '--', 'package.json')
  git('config', '--unset', 'core.hooksPath')
})

/** Presses a key at each question. */
async function answer(keys: string[], args = 'init') {
  const shown = atTerminal(args, { columns: 200 })
  for (const key of keys) {
    await shown.shows('Write it?')
    await shown.shows('└')
    shown.press(key)
  }
  return { code: await shown.ends(), text: shown.text() }
}

describeAtTerminal('init', () => {
  test('yes to all: each part is shown before it is written; then a commit that drifts is refused', async () => {
    const { code, text } = await answer(['y', 'y', 'y', 'y'])
    expect(code).toBe(0)
    for (const name of [CONFIG, BASELINE, HOOK, JOB]) expect(text).toContain(`+++ b/${name}`)
    expect(text).toContain('git config core.hooksPath .githooks')
    expect(text).toMatch(/Next: git add .*deletedat-codemod\.config\.json/)
    expect(files()).toEqual(expect.arrayContaining([CONFIG, BASELINE, HOOK, JOB]))
    expect(manifest().scripts.prepare).toBe('git config core.hooksPath .githooks')
    git('add', '--all')
    expect(git('commit', '--message', 'set up')).toMatchObject({ status: 0 })

    spawnSync(
      process.execPath,
      ['-e', `require('fs').writeFileSync('models/user.js', ${JSON.stringify(model('User'))})`],
      { cwd: home },
    )
    git('add', '--all')
    const { status, said } = git('commit', '--message', 'drifts')
    expect({ status, said }).toEqual({
      status: 1,
      said: expect.stringContaining('User is paranoid but table "users" has no "deletedAt" column.'),
    })
    expect(said).not.toContain('Session')
  })

  test('run again it asks nothing and changes nothing', async () => {
    await answer(['y', 'y', 'y', 'y'])
    const before = files().map(read)
    const { code, text } = await answer([])
    expect(text).not.toContain('Write it?')
    expect(files().map(read)).toEqual(before)
    expect(code).toBe(0)
  })

  test('no to all but the config; Ctrl-C at a question writes nothing', async () => {
    const before = files()
    const stopped = await answer(['y', KEY.stop])
    expect(stopped).toMatchObject({ code: 130, text: expect.stringContaining('nothing was written') })
    expect(files()).toEqual(before)
    const { code } = await answer(['y', 'n', 'n', 'n'])
    expect(files().filter((name) => !before.includes(name))).toEqual([CONFIG])
    expect(code).toBe(0)
  })
})
