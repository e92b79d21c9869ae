/** What the real packages make of a repaired model: Sequelize 4 to 7 and sequelize-typescript. */

import 'reflect-metadata'
import path from 'node:path'
import { transformSync } from '@swc/core'
import { type Case, repairFile } from '../helpers/repair-project'
import { truthOf } from '../helpers/rules-real'
import { tempProject } from '../helpers/temp-project'

// biome-ignore lint/suspicious/noExplicitAny: packages of four majors have no type in common
type Any = any

const packages: Record<number, string> = {
  4: 'sequelize-v4',
  5: 'sequelize-v5',
  6: 'sequelize',
  7: '@sequelize/core',
}
const versions: Record<number, string> = { 4: '4.44.4', 5: '5.22.5', 6: '6.37.8', 7: '7.0.0-alpha.48' }

function repaired(name: string, text: string, wanted: Case): string {
  const root = tempProject({ [`models/${name}`]: text })
  const { files, plan } = repairFile(root, `models/${name}`, wanted)
  expect(plan.notes).toEqual([])
  return files.get(path.join(root, 'models', name))!
}

function instanceOf(major: number): { sequelize: Any; types: Any } {
  const { Sequelize, DataTypes } = require(packages[major]!)
  const types = DataTypes ?? Sequelize
  if (major === 7)
    return { sequelize: new Sequelize({ dialect: require('@sequelize/postgres').PostgresDialect }), types }
  const own = major === 4 ? { operatorsAliases: false } : {}
  return {
    sequelize: new Sequelize('db', 'user', 'pass', { dialect: 'postgres', logging: false, ...own }),
    types,
  }
}

/** The model that a factory makes, and what Sequelize says of it. */
function defined(text: string, major: number) {
  const { sequelize, types } = instanceOf(major)
  const module: Any = { exports: {} }
  new Function('module', text)(module)
  const model = module.exports(sequelize, types)
  return { ...truthOf(major, model), attributes: attributesOf(model) }
}

/** Attribute -> column. */
function attributesOf(model: Any): Record<string, string> {
  const of7 = model.modelDefinition && [...model.modelDefinition.attributes.entries()]
  const entries: [string, Any][] = of7 ?? Object.entries(model.rawAttributes)
  return Object.fromEntries(entries.map(([name, { columnName, field }]) => [name, columnName ?? field]))
}

const factory = (attributes: string, options: string) =>
  `module.exports = (sequelize, DataTypes) => sequelize.define('Session', ${attributes}, ${options})\n`

describe.each([4, 5, 6, 7])('Sequelize %i', (major) => {
  const version = versions[major]!

  test.each([
    ['an option', '{}', '{ paranoid: true }', 'deleted_at'],
    ['an option that is written', '{}', "{ paranoid: true, deletedAt: 'removedAt' }", 'deleted_at'],
    ['field on an object', '{ deletedAt: { type: DataTypes.DATE } }', '{ paranoid: true }', 'deleted_at'],
    [
      'field in place of another',
      "{ deletedAt: { type: DataTypes.DATE, field: 'x' } }",
      '{ paranoid: true }',
      'deleted_at',
    ],
    ['field on a type', '{ deletedAt: DataTypes.DATE }', '{ paranoid: true }', 'deleted_at'],
    [
      'a declared attribute of that column',
      '{ deleted_at: DataTypes.DATE }',
      '{ paranoid: true }',
      'deleted_at',
    ],
    [
      'a declared attribute with that field',
      "{ gone: { type: DataTypes.DATE, field: 'deleted_at' }, deletedAt: DataTypes.DATE }",
      '{ paranoid: true }',
      'deleted_at',
    ],
    [
      'underscored, camel case there',
      '{ token: DataTypes.STRING }',
      '{ paranoid: true, underscored: true }',
      'deletedAt',
    ],
    [
      'underscored, lower case there',
      '{ token: DataTypes.STRING }',
      '{ paranoid: true, underscored: true }',
      'deletedat',
    ],
    ['a hostile name', '{}', '{ paranoid: true }', 'd\'e"l\n'],
  ])('map-column: %s', (_what, attributes, options, column) => {
    const text = repaired('session.js', factory(attributes, options), {
      repair: 'map-column',
      column,
      version,
    })
    const made = defined(text, major)
    expect(made).toMatchObject({ paranoid: true, inert: false, column })
    // Sequelize 7 reads the column's name in the filter as syntax of its own, however it was declared.
    if (major < 7 || /^\w+$/.test(column)) expect(made.find).not.toMatch(/^throws/)
    expect(Object.values(made.attributes)).not.toContain(
      options.includes('underscored') ? 'deleted_at' : 'deletedAt',
    )
  })

  test.each([
    ['a literal', '{}', '{ paranoid: true }'],
    ['with an attribute', '{ token: DataTypes.STRING, deletedAt: DataTypes.DATE }', '{ paranoid: true }'],
    [
      'with an attribute by another name',
      "{ gone: { type: DataTypes.DATE, field: 'deletedAt' } }",
      '{ paranoid: true }',
    ],
    ['with an option', '{ gone: { type: DataTypes.DATE } }', "{ paranoid: true, deletedAt: 'gone' }"],
  ])('disable-paranoid: %s', (_what, attributes, options) => {
    const text = repaired('session.js', factory(attributes, options), { repair: 'disable-paranoid', version })
    const made = defined(text, major)
    expect(made.paranoid).toBe(false)
    expect(Object.keys(made.attributes).filter((name) => /deletedAt|gone/.test(name))).toEqual([])
  })
})

function decorated(text: string, module: string): Any {
  const { code } = transformSync(text, {
    filename: 'session.ts',
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  })
  const made: Any = {}
  new Function('exports', 'require', code)(made, (name: string) =>
    require(name.replace('sequelize-typescript', module)),
  )
  return made.Session
}

const head =
  "import { AllowNull, Column, CreatedAt, DataType, DeletedAt, Model, Table } from 'sequelize-typescript'\n"
const typescriptClass = (member: string, table = '@Table') =>
  `${head}\n${table}\nexport class Session extends Model {\n  @Column(DataType.STRING) token: string\n\n  ${member}\n}\n`

// Sequelize-typescript 1 needs a Sequelize 5, which is here under another name only; its decorators are the same.
describe('sequelize-typescript 2', () => {
  function truth(text: string) {
    const { Sequelize } = require('sequelize-typescript')
    const model = decorated(text, 'sequelize-typescript')
    new Sequelize({ dialect: 'postgres', logging: false, models: [model] })
    return { ...truthOf(6, model), attributes: attributesOf(model) }
  }

  test.each([
    ['@DeletedAt alone', '@DeletedAt deletedAt: Date | null'],
    ['a bare @Column', '@DeletedAt @Column deletedAt: Date'],
    ['an empty @Column', '@DeletedAt @Column() deletedAt: Date'],
    ['a type', '@DeletedAt\n  @Column(DataType.DATE(3))\n  deletedAt: Date | null'],
    ['options', '@Column({ type: DataType.DATE })\n  @DeletedAt\n  deletedAt: Date | null'],
    ['a field', "@AllowNull @Column({ type: DataType.DATE, field: 'x' }) @DeletedAt deletedAt: Date | null"],
  ])('map-column: %s', (_what, member) => {
    const made = truth(repaired('session.ts', typescriptClass(member), { repair: 'map-column' }))
    expect(made).toMatchObject({ paranoid: true, attribute: 'deletedAt', column: 'deleted_at' })
  })

  test('map-column: by @Table', () => {
    const text = typescriptClass('', '@Table({ paranoid: true })')
    expect(truth(repaired('session.ts', text, { repair: 'map-column' }))).toMatchObject({
      paranoid: true,
      column: 'deleted_at',
    })
  })

  test.each([
    ['@DeletedAt alone', '@DeletedAt deletedAt: Date', '@Table'],
    ['with a column', '@DeletedAt @Column deletedAt: Date', '@Table()'],
    [
      'with a column over lines',
      '@Column(DataType.DATE)\n  @DeletedAt\n  deletedAt: Date',
      "@Table({ tableName: 'sessions' })",
    ],
    ['by @Table', '@CreatedAt createdAt: Date', '@Table({ paranoid: true })'],
    ['by @Table, with a column', '@Column deletedAt: Date', '@Table({ paranoid: true })'],
  ])('disable-paranoid: %s', (_what, member, table) => {
    const made = truth(repaired('session.ts', typescriptClass(member, table), { repair: 'disable-paranoid' }))
    expect(made.paranoid).toBe(false)
    expect(made.attributes).not.toHaveProperty('deletedAt')
    expect(made.attributes).toHaveProperty('createdAt')
  })
})

describe('the decorators of Sequelize 7', () => {
  const version = versions[7]!
  const coreClass = (member: string, table = '@Table') =>
    `import { DataTypes, Model } from '@sequelize/core'\nimport { Attribute, ColumnName, DeletedAt, Table } from '@sequelize/core/decorators-legacy'\n\n${table}\nexport class Session extends Model {\n  @Attribute(DataTypes.STRING)\n  declare token: string\n\n  ${member}\n}\n`

  function truth(text: string) {
    const { Sequelize } = require('@sequelize/core')
    const model = decorated(text, '')
    new Sequelize({ dialect: require('@sequelize/postgres').PostgresDialect, models: [model] })
    return { ...truthOf(7, model), attributes: attributesOf(model) }
  }

  test.each([
    ['@DeletedAt alone', '@DeletedAt declare deletedAt: Date | null'],
    ['@ColumnName', "@DeletedAt\n  @ColumnName('x')\n  declare deletedAt: Date | null"],
    ['@Attribute', '@Attribute(DataTypes.DATE) @DeletedAt declare deletedAt: Date | null'],
    [
      '@Attribute with a name',
      "@Attribute({ type: DataTypes.DATE, columnName: 'x' }) @DeletedAt declare deletedAt: Date | null",
    ],
  ])('map-column: %s', (_what, member) => {
    const made = truth(repaired('session.ts', coreClass(member), { repair: 'map-column', version }))
    expect(made).toMatchObject({ paranoid: true, attribute: 'deletedAt', column: 'deleted_at' })
  })

  test.each([
    ['@DeletedAt alone', '@DeletedAt declare deletedAt: Date | null', '@Table'],
    ['@DeletedAt and @Table', '@DeletedAt\n  declare deletedAt: Date | null', '@Table({ paranoid: true })'],
    [
      'with @Attribute',
      '@Attribute(DataTypes.DATE)\n  @DeletedAt\n  declare deletedAt: Date | null',
      '@Table()',
    ],
  ])('disable-paranoid: %s', (_what, member, table) => {
    const made = truth(
      repaired('session.ts', coreClass(member, table), { repair: 'disable-paranoid', version }),
    )
    expect(made.paranoid).toBe(false)
    expect(made.attributes).not.toHaveProperty('deletedAt')
  })
})
