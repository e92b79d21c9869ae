import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { UserError } from '../../src/errors'
import { applyPlan } from '../../src/io/writing/apply'
import { settle } from '../../src/io/writing/steps'
import type { Edit, Finding, Plan } from '../../src/types'
import { bytesOf, tempProject } from '../helpers/temp-project'

const now = new Date('2025-05-30T12:00:00.000Z')
const USER = '\ufeff// é\r\nUser.init({}, { paranoid: true })\r\n'

function planOf(...edits: Edit[]): Plan {
  return {
    repaired: [{ finding: {} as Finding, repair: 'disable-paranoid', edits, says: '' }],
    left: [],
    notes: [],
  }
}

/** Replaces the one place where `expected` stands. */
function replace(root: string, name: string, expected: string, text: string): Edit {
  const file = path.join(root, name)
  const start = fs.readFileSync(file, 'utf8').indexOf(expected)
  return { kind: 'replace', file, span: [start, start + expected.length], expected, text }
}

const create = (root: string, name: string, text = 'made'): Edit => ({
  kind: 'create',
  file: path.join(root, name),
  text,
})

const apply = (root: string, ...edits: Edit[]) =>
  applyPlan(planOf(...edits), { cwd: root, command: 'run', now })

/** The error of a run that must fail and leave every byte as it was. */
async function failure(root: string, ...edits: Edit[]): Promise<UserError> {
  const before = bytesOf(root)
  const folders = fs.readdirSync(root, { recursive: true }).sort()
  let error: unknown
  try {
    await apply(root, ...edits)
  } catch (thrown) {
    error = thrown
  }
  expect(bytesOf(root)).toEqual(before)
  expect(fs.readdirSync(root, { recursive: true }).sort()).toEqual(folders)
  expect(error).toBeInstanceOf(UserError)
  return error as UserError
}

describe('writing', () => {
  test('edits spans only, with a backup that is byte by byte what was there', async () => {
    const root = tempProject({ 'models/user.mjs': USER })
    const file = path.join(root, 'models/user.mjs')
    const written = await apply(
      root,
      replace(root, 'models/user.mjs', 'true', 'false'),
      create(root, 'migrations/deep/1-add.cjs'),
    )
    expect(written).toEqual([
      { kind: 'migration', file: path.join(root, 'migrations/deep/1-add.cjs') },
      { kind: 'rewrite', file, backup: `${file}.backup` },
    ])
    expect(fs.readFileSync(file, 'utf8')).toBe(USER.replace('true', 'false'))
    expect(fs.readFileSync(`${file}.backup`, 'utf8')).toBe(USER)
    expect(fs.readFileSync(path.join(root, 'migrations/deep/1-add.cjs'), 'utf8')).toBe('made')
  })

  test('what was proven by texts that are no longer there is not written', async () => {
    const root = tempProject({ 'a.js': '1 // one' })
    const edit = replace(root, 'a.js', '1', '2')
    const file = path.join(root, 'a.js')
    const proven = [{ file, before: '1 // one', after: '2 // one' }]
    fs.writeFileSync(file, '1 // two')
    const write = () => applyPlan(planOf(edit), { cwd: root, command: 'run', now, proven })
    await expect(write()).rejects.toThrow(/changed while it was being repaired/)
    expect(bytesOf(root)).toEqual({ 'a.js': '1 // two' })
    fs.writeFileSync(file, '1 // one')
    await write()
    expect(fs.readFileSync(file, 'utf8')).toBe('2 // one')
  })

  test('an older backup stays, the new one is numbered', async () => {
    const root = tempProject({ 'a.js': '1', 'a.js.backup': 'older', 'a.js.backup.1': 'old' })
    expect((await apply(root, replace(root, 'a.js', '1', '2')))?.[0]?.backup).toBe(
      path.join(root, 'a.js.backup.2'),
    )
    expect(bytesOf(root)).toMatchObject({
      'a.js': '2',
      'a.js.backup': 'older',
      'a.js.backup.1': 'old',
      'a.js.backup.2': '1',
    })
  })

  test('bytes that are no UTF-8 stay as they are', async () => {
    const bytes = Buffer.concat([
      Buffer.from('// '),
      Buffer.from([0xe9, 0x80]),
      Buffer.from('\nparanoid: true'),
    ])
    const root = tempProject({ 'a.js': bytes })
    await apply(root, {
      kind: 'replace',
      file: path.join(root, 'a.js'),
      span: [16, 20],
      expected: 'true',
      text: 'false',
    })
    expect(fs.readFileSync(path.join(root, 'a.js'))).toEqual(
      Buffer.concat([bytes.subarray(0, 16), Buffer.from('false')]),
    )
    expect(fs.readFileSync(path.join(root, 'a.js.backup'))).toEqual(bytes)
  })

  test('the mode is kept, of the file and for the backup', async () => {
    const root = tempProject({ 'a.js': '1' })
    fs.chmodSync(path.join(root, 'a.js'), 0o751)
    await apply(root, replace(root, 'a.js', '1', '2'))
    const modes = ['a.js', 'a.js.backup'].map((name) => fs.statSync(path.join(root, name)).mode & 0o777)
    expect(modes).toEqual([0o751, 0o751])
  })

  test('several edits of one file, in any order, the same one twice', async () => {
    const root = tempProject({ 'a.js': 'one two three' })
    const edits = ['three', 'one', 'three'].map((word) => replace(root, 'a.js', word, word.toUpperCase()))
    await apply(root, ...edits, replace(root, 'a.js', '', '!'))
    expect(bytesOf(root)['a.js']).toBe('!ONE two THREE')
  })

  test('a link inside the project stays a link', async () => {
    const root = tempProject({ 'shared/a.js': '1' })
    fs.symlinkSync('shared/a.js', path.join(root, 'a.js'))
    await apply(root, replace(root, 'a.js', '1', '2'))
    expect(fs.lstatSync(path.join(root, 'a.js')).isSymbolicLink()).toBe(true)
    expect(bytesOf(root)).toMatchObject({ 'shared/a.js': '2', 'shared/a.js.backup': '1' })
  })

  test('an empty plan writes nothing, not even a record', async () => {
    const root = tempProject({ 'a.js': '1' })
    expect(await apply(root)).toEqual([])
    expect(bytesOf(root)).toEqual({ 'a.js': '1' })
  })

  test('the record of the run holds hashes of before and after, and git does not see it', async () => {
    const root = tempProject({ 'models/a.js': '1' })
    await apply(root, replace(root, 'models/a.js', '1', '2'), create(root, 'migrations/1.cjs'))
    await apply(root, replace(root, 'models/a.js', '2', '3'))
    const hash = (text: string) => createHash('sha256').update(text).digest('hex')
    const record = (name: string) =>
      JSON.parse(fs.readFileSync(path.join(root, '.deletedat-codemod', name), 'utf8'))
    expect(record('run-20250530120000.json')).toEqual({
      version: 1,
      id: expect.stringMatching(/^[0-9a-f]{8}$/),
      command: 'run',
      at: '2025-05-30T12:00:00.000Z',
      files: [
        { kind: 'migration', file: 'migrations/1.cjs', before: null, after: hash('made') },
        {
          kind: 'rewrite',
          file: 'models/a.js',
          backup: 'models/a.js.backup',
          before: hash('1'),
          after: hash('2'),
        },
      ],
      folders: ['migrations'],
    })
    expect(record('run-20250530120000-1.json').files[0].backup).toBe('models/a.js.backup.1')
    expect(fs.readFileSync(path.join(root, '.deletedat-codemod/.gitignore'), 'utf8')).toBe('*\n')
  })
})

describe('refusing before anything is written', () => {
  test('a file changed since it was read', async () => {
    const root = tempProject({ 'a.js': 'x\nparanoid: true', 'b.js': 'true' })
    const edits = [replace(root, 'b.js', 'true', 'false'), replace(root, 'a.js', 'true', 'false')]
    fs.writeFileSync(path.join(root, 'a.js'), 'x\nparanoid: 1234')
    const error = await failure(root, ...edits)
    expect(error.what).toBe('A file was changed while it was being repaired. Nothing was written.')
    expect(error.at).toMatchObject({ file: path.join(root, 'a.js'), line: 2 })
  })

  test('a file that is gone', async () => {
    const root = tempProject({ 'a.js': '1' })
    const edit = replace(root, 'a.js', '1', '2')
    fs.rmSync(path.join(root, 'a.js'))
    expect((await failure(root, edit)).todo).toBe('Run the command again.')
  })

  test('two repairs of one place, and two new files of one name', async () => {
    const root = tempProject({ 'a.js': 'abc' })
    expect(
      (await failure(root, replace(root, 'a.js', 'ab', '1'), replace(root, 'a.js', 'bc', '2'))).what,
    ).toMatch(/same place/)
    expect((await failure(root, create(root, 'b.js', '1'), create(root, 'b.js', '2'))).what).toMatch(
      /same place/,
    )
  })

  test.each([
    ['../outside.cjs', /outside the project/],
    ['way-out/1.cjs', /outside the project/],
    ['way-out/new/1.cjs', /outside the project/],
    ['node_modules/pkg/1.cjs', /installed package/],
  ])('%s', async (name, what) => {
    const root = tempProject({ 'node_modules/pkg/index.js': '' })
    const elsewhere = tempProject()
    fs.symlinkSync(elsewhere, path.join(root, 'way-out'))
    expect((await failure(root, create(root, name))).what).toMatch(what)
    expect(fs.readdirSync(elsewhere)).toEqual([])
  })

  test('a link to a file outside', async () => {
    const elsewhere = tempProject({ 'a.js': '1' })
    const root = tempProject()
    fs.symlinkSync(path.join(elsewhere, 'a.js'), path.join(root, 'a.js'))
    expect((await failure(root, replace(root, 'a.js', '1', '2'))).what).toMatch(/outside the project/)
  })

  test('a name that the file cannot spell', async () => {
    const root = tempProject({ 'a.js': Buffer.from([0xe9, 0x31]) })
    const edit: Edit = {
      kind: 'replace',
      file: path.join(root, 'a.js'),
      span: [1, 2],
      expected: '1',
      text: 'gelöscht→',
    }
    expect((await failure(root, edit)).what).toBe('This file is no UTF-8 and cannot hold the new name.')
  })
})

describe('putting everything back', () => {
  test('when a new file is there already', async () => {
    const root = tempProject({ 'a.js': '1', 'migrations/1.cjs': 'theirs' })
    const error = await failure(
      root,
      replace(root, 'a.js', '1', '2'),
      create(root, 'new/0.cjs'),
      create(root, 'migrations/1.cjs'),
    )
    expect(error.what).toBe(
      'Writing failed: there is a file of this name already. Everything is as it was before.',
    )
    expect(error.at?.file).toBe(path.join(root, 'migrations/1.cjs'))
  })

  test('when a file stands where the folder should be', async () => {
    const root = tempProject({ 'a.js': '1', migrations: 'a file' })
    expect(
      (await failure(root, replace(root, 'a.js', '1', '2'), create(root, 'migrations/1.cjs'))).todo,
    ).toBe('Move it away and run the command again.')
  })

  test('when the second of two rewrites fails', async () => {
    // Too long for a backup's name.
    const long = `${'n'.repeat(250)}.js`
    const root = tempProject({ 'a.js': '1', [long]: '1', 'a.js.backup': 'older' })
    const error = await failure(
      root,
      replace(root, 'a.js', '1', '2'),
      create(root, 'm/1.cjs'),
      replace(root, long, '1', '2'),
    )
    expect(error.at?.file).toBe(path.join(root, long))
  })

  test('when the record cannot be written', async () => {
    const root = tempProject({ 'a.js': '1', '.deletedat-codemod': 'a file' })
    await failure(root, replace(root, 'a.js', '1', '2'), create(root, 'm/deep/1.cjs'))
  })

  test('when a file is changed in the last moment', async () => {
    const root = tempProject({ 'a.js': 'theirs', 'a.js.tmp': '2' })
    const file = path.join(root, 'a.js')
    const [before, after] = ['1', '2'].map((text) => createHash('sha256').update(text).digest('hex'))
    const step = { kind: 'rewrite', file, backup: `${file}.backup`, aside: `${file}.tmp` } as const
    expect(() => settle(root, { ...step, before: before!, after: after! })).toThrow('was changed meanwhile')
    expect(bytesOf(root)).toEqual({ 'a.js': 'theirs', 'a.js.tmp': '2' })
  })

  const asRoot = process.getuid?.() === 0
  ;(asRoot ? test.skip : test)(
    `when a folder is read-only${asRoot ? ' (root may write everywhere)' : ''}`,
    async () => {
      const root = tempProject({ 'a.js': '1', 'migrations/1.cjs': '' })
      fs.chmodSync(path.join(root, 'migrations'), 0o555)
      const error = await failure(root, replace(root, 'a.js', '1', '2'), create(root, 'migrations/2.cjs'))
      fs.chmodSync(path.join(root, 'migrations'), 0o755)
      expect(error.what).toBe(
        'Writing failed: writing there is not permitted. Everything is as it was before.',
      )
    },
  )
})
