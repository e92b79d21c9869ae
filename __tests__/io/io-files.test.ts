import fs from 'node:fs'
import path from 'node:path'
import { discoverFiles, projectFiles, readText } from '../../src/io/reading/files'
import { encoded } from '../../src/io/reading/text'
import { addFiles, tempProject } from '../helpers/temp-project'

const TREE = {
  'models/user.mjs': '',
  'models/post.ts': '',
  'models/post.d.ts': '',
  'models/readme.md': '',
  'models/nested/deep/invoice.cjs': '',
  'models/dist/user.js': '',
  'node_modules/pkg/index.js': '',
  'build/user.js': '',
  'coverage/user.js': '',
}

const plain = { ignore: [] as string[], noIgnore: false }

function discover(root: string, paths: string[], options: Partial<typeof plain> = {}) {
  const { files, problems } = discoverFiles(paths, { ...plain, ...options, cwd: root })
  return {
    files: files.map((file) => path.relative(root, file).split(path.sep).join('/')),
    problems: problems.map(({ what }) => what),
  }
}

describe('discoverFiles', () => {
  test('takes source files below a folder, not declarations and not what is built', () => {
    expect(discover(tempProject(TREE), ['.'])).toEqual({
      files: ['models/nested/deep/invoice.cjs', 'models/post.ts', 'models/user.mjs'],
      problems: [],
    })
  })

  test('every extension of a model file', () => {
    const names = ['js', 'cjs', 'mjs', 'ts', 'cts', 'mts', 'jsx', 'tsx'].map(
      (extension) => `m/a.${extension}`,
    )
    const others = ['m/a.d.mts', 'm/a.d.cts', 'm/a.json', 'm/a.js.backup']
    const root = tempProject(Object.fromEntries([...names, ...others].map((name) => [name, ''])))
    expect(discover(root, ['m']).files).toEqual([...names].sort())
  })

  test('a file is read once, however often it is named', () => {
    expect(discover(tempProject(TREE), ['models', 'models/user.mjs', './models/']).files).toHaveLength(3)
  })

  test('a file given by itself is read whatever would leave it out', () => {
    const root = tempProject({ ...TREE, '.gitignore': 'models' })
    expect(discover(root, ['models/user.mjs', 'build/user.js']).files).toEqual([
      'build/user.js',
      'models/user.mjs',
    ])
  })

  test('a minified file is what a build made, and is read where it is named', () => {
    const root = tempProject({ 'public/vendor.min.js': '', 'public/main.js': '' })
    expect(discover(root, ['public']).files).toEqual(['public/main.js'])
    expect(discover(root, ['public/vendor.min.js']).files).toEqual(['public/vendor.min.js'])
    expect(discover(root, ['public'], { noIgnore: true }).files).toHaveLength(2)
  })

  test('a folder given by itself is searched even when it is named dist', () => {
    expect(discover(tempProject(TREE), ['models/dist']).files).toEqual(['models/dist/user.js'])
  })

  test('.gitignore: the nearest file has the last word', () => {
    const root = tempProject({
      '.gitignore': '*.gen.js\nold/\n',
      'models/.gitignore': '!kept.gen.js\r\n/local.js\n',
      'models/user.gen.js': '',
      'models/kept.gen.js': '',
      'models/local.js': '',
      'models/nested/local.js': '',
      'models/old/user.js': '',
    })
    expect(discover(root, ['models']).files).toEqual(['models/kept.gen.js', 'models/nested/local.js'])
    expect(discover(root, ['models'], { noIgnore: true }).files).toHaveLength(5)
  })

  test('the .gitignore at the root of the repository holds in a package below it', () => {
    const root = tempProject({
      '.git/HEAD': '',
      '.gitignore': 'packages/api/generated\n',
      'packages/api/generated/user.js': '',
      'packages/api/models/user.js': '',
    })
    expect(discover(path.join(root, 'packages/api'), ['.']).files).toEqual(['models/user.js'])
  })

  test('--ignore speaks the language of .gitignore and outlasts --no-ignore', () => {
    const root = tempProject(TREE)
    expect(discover(root, ['.'], { ignore: ['models/nested', '*.ts'] }).files).toEqual(['models/user.mjs'])
    expect(discover(root, ['.'], { ignore: ['node_modules', 'nested/'], noIgnore: true }).files).toEqual([
      'build/user.js',
      'coverage/user.js',
      'models/dist/user.js',
      'models/post.ts',
      'models/user.mjs',
    ])
  })

  test('a pattern that the shell left alone', () => {
    expect(discover(tempProject(TREE), ['models/*.{ts,mjs}']).files).toEqual([
      'models/post.ts',
      'models/user.mjs',
    ])
  })

  test('names with glob signs are names', () => {
    const root = tempProject({ 'a[1]/(x)/user.js': '', 'a1/user.js': '' })
    expect(discover(root, ['a[1]']).files).toEqual(['a[1]/(x)/user.js'])
  })

  test('says what is missing, empty or outside, and reads the others', () => {
    const root = tempProject({ ...TREE, 'docs/readme.md': '' })
    expect(discover(root, ['modles', 'docs', '../elsewhere', 'models/user.mjs'])).toEqual({
      files: ['models/user.mjs'],
      problems: [
        'There is no modles.',
        'There is no source file below docs.',
        '../elsewhere lies outside the project.',
      ],
    })
  })

  test('links: loops end, a file is found once at its real place, a way out is not followed', () => {
    const outside = tempProject({ 'secret.js': '' })
    const root = tempProject({ 'models/user.js': '', 'shared/post.js': '' })
    fs.symlinkSync('..', path.join(root, 'models/loop'))
    fs.symlinkSync('.', path.join(root, 'models/self'))
    fs.symlinkSync('itself', path.join(root, 'models/itself'))
    fs.symlinkSync('user.js', path.join(root, 'models/alias.js'))
    fs.symlinkSync('../shared', path.join(root, 'models/shared'))
    fs.symlinkSync(outside, path.join(root, 'models/out'))
    fs.symlinkSync(path.join(outside, 'secret.js'), path.join(root, 'models/secret.js'))
    expect(discover(root, ['models'])).toEqual({ files: ['models/user.js', 'shared/post.js'], problems: [] })
    expect(discover(root, ['models/out', 'models/secret.js']).problems).toEqual([
      'models/out is a link that leaves the project.',
      'models/secret.js is a link that leaves the project.',
    ])
  })

  test('a project reached through a link keeps the name it was given', () => {
    const root = tempProject({ 'real/models/user.js': '' })
    fs.symlinkSync('real', path.join(root, 'link'))
    expect(discover(path.join(root, 'link'), ['models']).files).toEqual(['models/user.js'])
  })
})

test('projectFiles leaves out tests', () => {
  const root = tempProject({
    'src/db.ts': '',
    'src/db.test.ts': '',
    'test/db.js': '',
    'src/__tests__/db.js': '',
    'x.spec.mjs': '',
  })
  expect(projectFiles(root, plain)).toEqual([path.join(root, 'src/db.ts')])
})

describe('readText', () => {
  const read = (bytes: string | Buffer) => readText(path.join(tempProject({ 'a.js': bytes }), 'a.js'))

  test('keeps the byte-order mark and every line ending', () => {
    expect(read('\ufeffa\r\nb\rc\n')).toEqual({ text: '\ufeffa\r\nb\rc\n', encoding: 'utf8' })
  })

  test('reads bytes that are no UTF-8 one by one', () => {
    const bytes = Buffer.from([0x2f, 0x2f, 0xe9, 0x0a])
    const text = read(bytes)
    expect(text).toEqual({ text: '//\xe9\n', encoding: 'latin1' })
    expect('text' in text && encoded(text.text, text.encoding)).toEqual(bytes)
  })

  test.each([
    ['a binary file', Buffer.from([0x89, 0x50, 0, 1]), 'It is a binary file, not source code.'],
    ['one that is larger than 20 MB', Buffer.alloc(20 * 1024 ** 2 + 1, 'a'), 'It is larger than 20 MB.'],
  ])('%s is a problem in words', (_, bytes, problem) => {
    expect(read(bytes)).toEqual({ problem })
  })

  test('a folder, a missing file, a link to itself', () => {
    const root = tempProject()
    addFiles(root, { 'folder.js/x': '' })
    fs.symlinkSync('loop.js', path.join(root, 'loop.js'))
    expect(readText(path.join(root, 'folder.js'))).toEqual({ problem: 'It is a folder, not a file.' })
    expect(readText(path.join(root, 'none.js'))).toEqual({ problem: 'There is no such file.' })
    expect(readText(path.join(root, 'loop.js'))).toEqual({
      problem: 'It is a link that leads back to itself.',
    })
  })

  const asRoot = process.getuid?.() === 0
  ;(asRoot ? test.skip : test)(
    `a file without permission${asRoot ? ' (root may read everything)' : ''}`,
    () => {
      const root = tempProject({ 'a.js': '' })
      fs.chmodSync(path.join(root, 'a.js'), 0)
      expect(readText(path.join(root, 'a.js'))).toEqual({ problem: 'Reading it is not permitted.' })
    },
  )
})
