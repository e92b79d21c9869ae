import fs from 'node:fs'
import path from 'node:path'
import { inflectorFor } from '../../src/io/project/inflector'
import { projectDialect, projectVersions } from '../../src/io/project/project'
import { addFiles, tempProject as anywhere } from '../helpers/temp-project'

/** A repository of its own: nothing above it counts. */
const tempProject = (files: Record<string, string> = {}) => anywhere({ '.git/HEAD': '', ...files })

const json = JSON.stringify

describe('the version of Sequelize', () => {
  const PACKAGE = {
    'package.json': json({ dependencies: { sequelize: '^6.3.0', 'sequelize-typescript': '~2.1.0' } }),
  }

  test('as installed, also above the working directory', () => {
    const root = tempProject({
      'node_modules/sequelize/package.json': json({ version: '6.37.7' }),
      'api/x.js': '',
    })
    expect(projectVersions(path.join(root, 'api')).sequelize).toBe('6.37.7')
  })

  test('7 is called @sequelize/core; a 6 installed beside it is not what package.json asks for', () => {
    const root = tempProject({
      'package.json': json({ dependencies: { '@sequelize/core': '7.0.0-alpha.48' } }),
      'node_modules/@sequelize/core/package.json': json({ version: '7.0.0-alpha.48' }),
      'node_modules/sequelize/package.json': json({ version: '6.37.7' }),
    })
    expect(projectVersions(root).sequelize).toBe('7.0.0-alpha.48')
  })

  test('the nearest package.json decides which of the two', () => {
    const root = tempProject({
      'package.json': json({ dependencies: { sequelize: '6.37.7' } }),
      'api/package.json': json({ dependencies: { '@sequelize/core': '7.0.0-alpha.48' } }),
    })
    expect(projectVersions(path.join(root, 'api')).sequelize).toBe('7.0.0-alpha.48')
  })

  test.each([
    ['package-lock.json', json({ packages: { 'node_modules/sequelize': { version: '6.35.1' } } })],
    ['package-lock.json', json({ lockfileVersion: 1, dependencies: { sequelize: { version: '6.35.1' } } })],
    [
      'yarn.lock',
      '# yarn lockfile v1\n\n"@types/sequelize@^4":\n  version "4.28.20"\n\nsequelize@^6.3.0:\n  version "6.35.1"\n',
    ],
    ['yarn.lock', '"sequelize@^6.1.0, sequelize@^6.3.0":\r\n  version "6.35.1"\r\n'],
    ['yarn.lock', '"sequelize@npm:^6.3.0":\n  version: 6.35.1\n  resolution: "sequelize@npm:6.35.1"\n'],
    ['pnpm-lock.yaml', 'packages:\n\n  /sequelize@6.35.1(mysql2@2.3.3):\n    resolution: {}\n'],
    ['pnpm-lock.yaml', 'packages:\n\n  /sequelize/6.35.1_pg@8.0.0:\n    resolution: {}\n'],
    ['pnpm-lock.yaml', 'snapshots:\n\n  sequelize@6.35.1(pg@8.0.0):\n    dependencies:\n'],
    ['bun.lock', '{ "packages": {\n "sequelize": ["sequelize@6.35.1", "", {}],\n} }'],
  ])('as locked in %s: %j', (name, text) => {
    expect(projectVersions(tempProject({ ...PACKAGE, [name]: text })).sequelize).toBe('6.35.1')
  })

  test('of several locked versions the one that package.json allows', () => {
    const lock =
      'sequelize@^5.0.0:\n  version "5.22.5"\n\nsequelize@^6.3.0:\n  version "6.35.1"\n\nsequelize@^7:\n  version "7.0.0"\n'
    expect(projectVersions(tempProject({ ...PACKAGE, 'yarn.lock': lock })).sequelize).toBe('6.35.1')
  })

  test('the lock file of a workspace lies above it', () => {
    const root = tempProject({
      'yarn.lock': 'sequelize@^6.3.0:\n  version "6.35.1"\n',
      'api/package.json': PACKAGE['package.json'],
    })
    expect(projectVersions(path.join(root, 'api')).sequelize).toBe('6.35.1')
  })

  test('else the least that package.json allows', () => {
    expect(projectVersions(tempProject(PACKAGE))).toEqual({ sequelize: '6.3.0', typescript: '2.1.0' })
  })

  test.each(['latest', '*', 'github:sequelize/sequelize', 'workspace:*', ''])('%j tells nothing', (range) => {
    expect(
      projectVersions(tempProject({ 'package.json': json({ dependencies: { sequelize: range } }) }))
        .sequelize,
    ).toBeUndefined()
  })

  test('a project without any trace, or with a broken package.json', () => {
    expect(projectVersions(tempProject())).toEqual({ sequelize: undefined, typescript: undefined })
    expect(
      projectVersions(tempProject({ 'package.json': '{', 'package-lock.json': '[' })).sequelize,
    ).toBeUndefined()
  })
})

describe('the dialect', () => {
  test.each([
    [{ dependencies: { pg: '8', 'pg-hstore': '2' } }, 'postgres'],
    [{ dependencies: { mysql2: '3' }, devDependencies: { sqlite3: '5' } }, 'mysql'],
    [{ dependencies: { express: '4' }, devDependencies: { sqlite3: '5' } }, 'sqlite'],
    [{ dependencies: { '@sequelize/mssql': '7' } }, 'mssql'],
    [{ dependencies: { pg: '8', sqlite3: '5' } }, undefined],
    [{ dependencies: { express: '4' } }, undefined],
  ])('%j', (manifest, dialect) => {
    expect(projectDialect(tempProject({ 'package.json': json(manifest) }))).toBe(dialect)
  })
})

describe('the plural', () => {
  const copy = (version: string) =>
    `exports.version = '${version}'; exports.pluralize = (word) => word + '-${version}'`
  const inflection = (folder: string, version: string) => ({
    [`${folder}/package.json`]: json({ name: 'inflection', version, main: 'index.js' }),
    [`${folder}/index.js`]: copy(version),
  })
  const SIX = { 'node_modules/sequelize/package.json': json({ version: '6.37.7' }) }

  test.each([
    ['4.44.4', 'Octopi', 'Focus'],
    ['5.22.5', 'Octopi', 'Focus'],
    ['6.3.5', 'Octopi', 'Focus'],
    ['6.6.4', 'Octopuses', 'Focus'],
    ['6.37.7', 'Octopuses', 'Focus'],
    ['6', 'Octopuses', 'Focus'],
    ['7.0.0-alpha.48', 'Octopuses', 'Focuses'],
  ])('of Octopus and Focus in %s', (version, octopus, focus) => {
    const inflector = inflectorFor(version, tempProject())
    expect([inflector.pluralize('Octopus'), inflector.pluralize('Focus')]).toEqual([octopus, focus])
    expect([inflector.singularize('Users'), inflector.underscore('APIKey')]).toEqual(['User', 'a_p_i_key'])
  })

  test('a project that has one of our versions gets ours', () => {
    const root = tempProject({ ...SIX, ...inflection('node_modules/inflection', '1.12.0') })
    expect(inflectorFor('6.37.7', root).pluralize('Octopus')).toBe('Octopi')
  })

  test('another version is loaded from the project, the one nearest to its Sequelize', () => {
    const root = tempProject({ ...SIX, ...inflection('node_modules/inflection', '1.13.1') })
    expect(inflectorFor('6.37.7', root).pluralize('User')).toBe('User-1.13.1')
    addFiles(root, inflection('node_modules/sequelize/node_modules/inflection', '1.13.2'))
    expect(inflectorFor('6.37.7', root).pluralize('User')).toBe('User-1.13.2')
  })

  test('beside a linked package, as pnpm lays it out', () => {
    const store = 'node_modules/.pnpm/sequelize@6.37.7/node_modules'
    const root = tempProject({
      [`${store}/sequelize/package.json`]: json({ version: '6.37.7' }),
      ...inflection(`${store}/inflection`, '1.13.3'),
    })
    fs.symlinkSync('.pnpm/sequelize@6.37.7/node_modules/sequelize', path.join(root, 'node_modules/sequelize'))
    expect(inflectorFor('6.37.7', root).pluralize('User')).toBe('User-1.13.3')
  })

  test('a locked version where nothing is installed', () => {
    const root = tempProject({ 'yarn.lock': 'inflection@1.12.0:\n  version "1.12.0"\n' })
    expect(inflectorFor('6.37.7', root).pluralize('Octopus')).toBe('Octopi')
  })

  test('a copy that cannot be loaded, or another major version asked for: ours', () => {
    const root = tempProject({ ...SIX, ...inflection('node_modules/inflection', '1.13.1') })
    expect(inflectorFor('7.0.0', root).pluralize('Focus')).toBe('Focuses')
    addFiles(root, { 'node_modules/inflection/index.js': 'throw new Error("broken")' })
    const broken = tempProject({
      ...SIX,
      ...inflection('node_modules/inflection', '1.13.1'),
      'node_modules/inflection/index.js': '{',
    })
    expect(inflectorFor('6.37.7', broken).pluralize('Octopus')).toBe('Octopuses')
  })
})
