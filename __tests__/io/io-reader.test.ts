import fs from 'node:fs'
import path from 'node:path'
import { createReader } from '../../src/io/reading/files'
import { tempProject } from '../helpers/temp-project'

/** What `specifier` means in `from`, relative to the root. */
function resolver(root: string, overlay?: Map<string, string>) {
  const reader = createReader(overlay, root)
  return (specifier: string, from = 'models/user.js') => {
    const found = reader.resolve(specifier, path.join(root, from))
    return typeof found === 'string' ? path.relative(root, found).split(path.sep).join('/') : found
  }
}

describe('relative imports', () => {
  const root = tempProject({
    'models/user.js': '',
    'models/post.ts': '',
    'models/tag.mts': '',
    'models/old.cts': '',
    'models/view.tsx': '',
    'models/options.json': '{}',
    'models/index.js': '',
    'models/both.js': '',
    'models/both/index.js': '',
    'models/dotted.model.ts': '',
    'lib/package.json': '{ "main": "./source/start" }',
    'lib/source/start.cjs': '',
    'lib/index.js': '',
    'broken/package.json': '{',
    'broken/index.mjs': '',
    'settings.js': '',
  })
  const resolve = resolver(root)

  test.each([
    ['./user', 'models/user.js'],
    ['./user.js', 'models/user.js'],
    ['./post', 'models/post.ts'],
    ['./post.js', 'models/post.ts'],
    ['./tag.mjs', 'models/tag.mts'],
    ['./old.cjs', 'models/old.cts'],
    ['./view.js', 'models/view.tsx'],
    ['./view.jsx', 'models/view.tsx'],
    ['./options', 'models/options.json'],
    ['./both', 'models/both.js'],
    ['./both/', 'models/both/index.js'],
    ['./dotted.model', 'models/dotted.model.ts'],
    ['.', 'models/index.js'],
    ['./', 'models/index.js'],
    ['../models', 'models/index.js'],
    ['../lib', 'lib/source/start.cjs'],
    ['../broken', 'broken/index.mjs'],
    ['..', undefined],
    ['./none', undefined],
    ['../../outside', undefined],
  ])('%s', (specifier, file) => {
    expect(resolve(specifier)).toBe(file)
  })

  test('an absolute path', () => {
    expect(resolve(path.join(root, 'settings'))).toBe('settings.js')
  })
})

test('an import may lead out of the project, as it may at run time', () => {
  const root = tempProject({ 'api/models/user.js': '', 'shared/base.js': '' })
  expect(resolver(path.join(root, 'api'))('../../shared/base')).toBe('../shared/base.js')
})

describe('packages', () => {
  const root = tempProject({
    'package.json': '{ "imports": { "#db": "./src/db.js", "#models/*": "./models/*.js" } }',
    'src/db.js': '',
    'models/user.js': '',
    'node_modules/plain/package.json': '{ "main": "lib/main" }',
    'node_modules/plain/lib/main.js': '',
    'node_modules/modern/package.json':
      '{ "exports": { ".": { "require": "./r.cjs" }, "./deep": "./d.js" } }',
    'node_modules/modern/r.cjs': '',
    'node_modules/modern/d.js': '',
    'node_modules/@scope/pkg/index.js': '',
    'node_modules/sequelize/index.js': '',
  })
  const resolve = resolver(root)

  test.each([
    ['sequelize', { package: 'sequelize' }],
    ['sequelize/types', { package: 'sequelize' }],
    ['sequelize-typescript', { package: 'sequelize-typescript' }],
    ['@sequelize/core/decorators-legacy', { package: '@sequelize/core' }],
    ['node:path', { package: 'path' }],
    ['fs/promises', { package: 'fs/promises' }],
    ['not-installed/deep/x', { package: 'not-installed' }],
    ['@nobody/none/x', { package: '@nobody/none' }],
    ['plain', 'node_modules/plain/lib/main.js'],
    ['modern', 'node_modules/modern/r.cjs'],
    ['modern/deep', 'node_modules/modern/d.js'],
    ['@scope/pkg', 'node_modules/@scope/pkg/index.js'],
    ['#db', 'src/db.js'],
    ['#models/user', 'models/user.js'],
    ['#none', undefined],
  ])('%s', (specifier, meaning) => {
    expect(resolve(specifier)).toEqual(meaning)
  })

  test('installed above the project, and imported by its own neighbours', () => {
    const repository = tempProject({
      'api/models/user.js': '',
      'node_modules/above/index.js': '',
      'node_modules/above/base.js': '',
    })
    const above = resolver(path.join(repository, 'api'))
    expect(above('above')).toBe('../node_modules/above/index.js')
    expect(above('./base', '../node_modules/above/index.js')).toBe('../node_modules/above/base.js')
  })

  test('a workspace package is read at its real place', () => {
    const repository = tempProject({
      'api/models/user.js': '',
      'shared/package.json': '{ "main": "src/index.js" }',
      'shared/src/index.js': '',
    })
    fs.mkdirSync(path.join(repository, 'node_modules'))
    fs.symlinkSync('../shared', path.join(repository, 'node_modules/shared'))
    expect(resolver(path.join(repository, 'api'))('shared')).toBe('../shared/src/index.js')
  })
})

describe('tsconfig', () => {
  const config = `{
    // a comment
    "extends": "./tsconfig.base.json",
    "compilerOptions": { "baseUrl": ".", "paths": { "@models/*": ["./src/models/*"], "~db": ["./src/db"] } },
  }`
  const files = { 'src/models/user.ts': '', 'src/db/index.ts': '', 'src/models/base.ts': '' }

  test.each([
    ['tsconfig.json', 'paths in a file with comments and trailing commas'],
    ['jsconfig.json', 'the same for JavaScript'],
  ])('%s: %s', (name) => {
    const resolve = resolver(tempProject({ ...files, 'tsconfig.base.json': '{}', [name]: config }))
    expect(resolve('@models/base', 'src/models/user.ts')).toBe('src/models/base.ts')
    expect(resolve('@models/base.js', 'src/models/user.ts')).toBe('src/models/base.ts')
    expect(resolve('~db', 'src/models/user.ts')).toBe('src/db/index.ts')
    expect(resolve('src/models/base', 'src/models/user.ts')).toBe('src/models/base.ts')
    expect(resolve('sequelize', 'src/models/user.ts')).toEqual({ package: 'sequelize' })
  })

  test('a base that is not installed does not take the aliases away', () => {
    const text = config.replace('./tsconfig.base.json', '@tsconfig/node20/tsconfig.json')
    expect(resolver(tempProject({ ...files, 'tsconfig.json': text }))('~db', 'src/models/user.ts')).toBe(
      'src/db/index.ts',
    )
  })

  test('aliases of the extended file', () => {
    const resolve = resolver(
      tempProject({
        ...files,
        'tsconfig.base.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
        'tsconfig.json': '{ "extends": "./tsconfig.base.json" }',
      }),
    )
    expect(resolve('@/models/base', 'src/models/user.ts')).toBe('src/models/base.ts')
  })
})

describe('overlay', () => {
  test('is read instead of the disk, also where there is no file and no folder yet', () => {
    const root = tempProject({ 'models/user.js': 'old' })
    const user = path.join(root, 'models/user.js')
    const added = path.join(root, 'migrations/v1/1-add.cjs')
    const reader = createReader(
      new Map([
        [user, 'new'],
        [added, 'made'],
      ]),
      root,
    )
    expect(reader.read(user)).toBe('new')
    expect(reader.read(added)).toBe('made')
    expect(reader.isFile(added)).toBe(true)
    expect(reader.list(path.join(root, 'migrations'))).toEqual(['v1'])
    expect(reader.list(path.join(root, 'migrations/v1'))).toEqual(['1-add.cjs'])
    expect(reader.list(path.join(root, 'none'))).toBeUndefined()
    expect(reader.resolve('../migrations/v1/1-add', user)).toBe(added)
    expect(reader.read(path.join(root, 'models'))).toBeUndefined()
  })
})
