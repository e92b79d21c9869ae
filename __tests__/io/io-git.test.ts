/** The index of git as a source of files. */

import fs from 'node:fs'
import path from 'node:path'
import { workTreeAt } from '../../src/io/git'
import { git, repository } from '../helpers/repository'
import { addFiles } from '../helpers/temp-project'

const root = repository({ '.gitignore': 'made\nnode_modules\n' })
addFiles(root, {
  'lib/new.js': '1\n',
  'made/x.js': '2\n',
  'node_modules/a/index.js': '3\n',
  'models/user.js': 'changed\n',
  'models/staged.js': 'staged\n',
})
git(root, 'add', 'models/staged.js')
fs.rmSync(path.join(root, 'models/staged.js'))
git(root, 'rm', '-q', '--cached', 'models/post.js')
git(root, 'update-index', '--assume-unchanged', 'package.json')
addFiles(root, { 'package.json': '{}' })

const { source, unstaged } = workTreeAt(root).index()
const at = (name: string) => path.join(root, name)
const textOf = (name: string) => {
  const found = source.text(at(name))
  return 'text' in found ? found.text : found.problem
}
const GONE = 'There is no such file.'

test.each([
  ['models/user.js', 'file', expect.stringContaining("'User'")],
  ['models/staged.js', 'file', 'staged\n'],
  ['models/post.js', undefined, GONE],
  ['lib/new.js', undefined, GONE],
  ['made/x.js', 'file', '2\n'],
  ['node_modules/a/index.js', 'file', '3\n'],
  ['package.json', 'file', expect.stringContaining('sequelize')],
  ['nowhere.js', undefined, GONE],
])('%s', (name, kind, text) => {
  expect(source.kind(at(name))).toBe(kind)
  expect(textOf(name)).toEqual(text)
})

test('folders', () => {
  const names = (name: string) =>
    source
      .entries(at(name))
      ?.map((entry) => entry.name)
      .sort()
  expect(names('models')).toEqual(['staged.js', 'user.js'])
  expect(names('lib')).toBeUndefined()
  expect(source.kind(at('lib'))).toBeUndefined()
  expect(names('.')).toEqual([
    '.git',
    '.gitignore',
    'made',
    'migrations',
    'models',
    'node_modules',
    'package.json',
  ])
  expect(source.kind(at('models'))).toBe('folder')
})

test('what the disk has otherwise', () => {
  expect(unstaged.map((file) => path.relative(root, file).replaceAll('\\', '/')).sort()).toEqual([
    'lib/new.js',
    'models/post.js',
    'models/staged.js',
    'models/user.js',
    'package.json',
  ])
})
