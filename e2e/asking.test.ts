/** The default command at a terminal: it asks by keys, and does what it is told. */

import { DATABASE, files, migration, model, project, read } from './project'
import { atTerminal, describeAtTerminal, KEY } from './terminal'

const MISNAMED = `module.exports = {
  up: (queryInterface, { DATE, STRING }) =>
    queryInterface.createTable('teams', { token: STRING, createdAt: DATE, updatedAt: DATE, deleted_at: DATE }),
  async down() {},
}
`

const PROJECT = {
  'database.js': DATABASE,
  'models/session.js': model('Session'),
  'models/team.js': model('Team'),
  'models/user.js': model('User'),
  'models/visit.js': model('Visit'),
  'migrations/20240101000000-create.js': migration('sessions', 'users', 'visits'),
  'migrations/20240102000000-create-teams.js': MISNAMED,
}

const added = () =>
  files()
    .flatMap((name) => /-add-(\w+)-deletedat-column/.exec(name)?.[1] ?? [])
    .sort()

/** The models that were changed. */
const changed = () =>
  Object.entries(PROJECT)
    .flatMap(([name, text]) => (read(name) === text ? [] : name))
    .sort()

beforeEach(() => project(PROJECT))

/** Presses a key at each question, in the order in which they come. */
async function answer(keys: string[], options: Parameters<typeof atTerminal>[1] = {}, args = 'models/') {
  const shown = atTerminal(args, options)
  for (const key of keys) {
    await shown.shows(/(What shall be done|Write th.+)\?/)
    await shown.shows('└')
    shown.press(key)
  }
  return { ...shown, code: await shown.ends() }
}

describeAtTerminal('the keys', () => {
  test('A, B, C and skip', async () => {
    const { code, text } = await answer(['a', 'c', 'B', 's', 'y'])
    expect(text()).toMatch(
      /1 of 4\. What shall.*2 of 4\. What shall.*3 of 4\. What shall.*4 of 4\. What shall/s,
    )
    expect(added()).toEqual(['sessions'])
    expect(changed()).toEqual(['models/team.js', 'models/user.js'])
    expect(read('models/user.js')).toBe(model('User').replace('paranoid: true', 'paranoid: false'))
    expect(read('models/team.js')).toContain("deletedAt: 'deleted_at'")
    expect(read('models/team.js.backup')).toBe(model('Team'))
    expect(code).toBe(1)
  })

  test('the return key does what is recommended', async () => {
    const { code } = await answer([KEY.enter, KEY.enter, KEY.enter, KEY.enter, KEY.enter])
    expect(code).toBe(0)
    expect(added()).toEqual(['sessions', 'users', 'visits'])
    expect(changed()).toEqual(['models/team.js'])
  })

  test('the same for all, as recommended', async () => {
    const { code, text } = await answer(['*', 's', 'y'])
    expect(text()).toContain('A for this and all 2 others of its kind')
    expect(added()).toEqual(['sessions', 'users', 'visits'])
    expect(changed()).toEqual([])
    expect(code).toBe(1)
  })

  test('the same for all, as answered before', async () => {
    const { text } = await answer(['b', 's', '*', 'y'])
    expect(text()).toContain('B for this and the other one of its kind')
    expect(added()).toEqual([])
    expect(changed()).toEqual(['models/session.js', 'models/user.js', 'models/visit.js'])
  })

  test('skip for all: nothing is asked about writing, and nothing is written', async () => {
    const { code } = await answer(['s', 's', '*'])
    expect(code).toBe(1)
    expect([added(), changed()]).toEqual([[], []])
  })

  test('before writing: a list of the files, one diff, all of them for D, and no for N', async () => {
    const { code, text } = await answer(['*', 's', 'd', 'n'])
    const asked = text().indexOf('show the changes of all 3')
    const [before, after] = [text().slice(0, asked), text().slice(asked)]
    expect(before.match(/new {6}migrations/g)).toHaveLength(3)
    expect(before.match(/--- \/dev\/null/g)).toHaveLength(1)
    expect(after.match(/--- \/dev\/null/g)).toHaveLength(3)
    expect(text()).toContain('Nothing was written.')
    expect(code).toBe(1)
    expect([added(), changed()]).toEqual([[], []])
  })

  test('with --repair only the writing is asked about', async () => {
    const { code } = await answer(['y'], {}, '--only User --repair B')
    expect(code).toBe(0)
    expect(changed()).toEqual(['models/user.js'])
  })
})

describeAtTerminal('Ctrl-C', () => {
  test.each([
    ['at the first question', []],
    ['at the second', ['a']],
    ['at the last', ['a', 'c', 'b']],
    ['before writing', ['a', 'c', 'b', 's']],
    ['at the changes', ['a', 'c', 'b', 's', 'd']],
  ])('%s: one line, exit code 130, nothing written', async (_, keys) => {
    const before = files()
    const { code, text } = await answer([...keys, KEY.stop])
    expect(code).toBe(130)
    expect(text().trimEnd().split('\n').at(-1)).toBe('Stopped: nothing was written.')
    expect(text()).not.toMatch(/missing-column \(|paranoid among/)
    expect(files()).toEqual(before)
    expect(changed()).toEqual([])
  })
})

describeAtTerminal('how it looks', () => {
  /** What clack draws and moves by, without the colours. */
  const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`)

  test.each([60, 100])('%i columns', async (columns) => {
    const { code, text } = await answer(['*', 'c', 'y'], { columns })
    expect(code).toBe(0)
    const keys = text()
      .split('\n')
      .filter((line) => /^│ +[ABCSYN*] /.test(line))
    expect(keys.length).toBeGreaterThan(8)
    const tooLong = keys.filter((line) => line.length > columns)
    expect(tooLong).toEqual([])
    expect(added()).toHaveLength(3)
  })

  test('colours, unless NO_COLOR or --no-color', async () => {
    const coloured = await answer(['*', 's', 'n'])
    expect(coloured.raw()).toMatch(COLOUR)
    const plain = await answer(['*', 's', 'n'], { env: { NO_COLOR: '1' } })
    expect(plain.raw()).not.toMatch(COLOUR)
    const without = await answer(['*', 's', 'n'], {}, 'models/ --no-color')
    expect(without.raw()).not.toMatch(COLOUR)
  })
})
