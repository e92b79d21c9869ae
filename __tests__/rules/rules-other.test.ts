/** Rows of docs/rules.md that belong to one version or to decorators, and what a model tells besides its names. */
import { applyRules } from '../../src/models/rules'
import type { ObjectValue } from '../../src/types'
import { agreed, spec } from '../helpers/rules-agreed'
import { decorated } from '../helpers/rules-classes'
import { context, definition, Ref, realModel, type Spec, sequelizeOf, truthOf } from '../helpers/rules-real'

test('R9: a schema stays a schema where the database has none', () => {
  const { Sequelize } = require('sequelize')
  const sequelize = new Sequelize('db', 'user', 'pass', { dialect: 'mysql', logging: false })
  const model = sequelize.define('Session', {}, { schema: 'auth' })
  expect(model.getTableName()).toMatchObject({ schema: 'auth', tableName: 'Sessions' })
  const ours = applyRules(definition(spec({ schema: 'auth' }, { name: 'Session' })), {
    ...context(6),
    dialect: 'mysql',
  })
  expect(ours.table).toEqual({ schema: 'auth', name: 'Sessions' })
})

test('R27: a class that is initialised again does not inherit', () => {
  const { Model: Base } = require('sequelize')
  class Parent extends Base {}
  class Child extends Parent {}
  const sequelize = sequelizeOf(6)
  ;(Parent as unknown as typeof Base).init({}, { sequelize, paranoid: true, modelName: 'Parent' })
  ;(Child as unknown as typeof Base).init({}, { sequelize, modelName: 'Child' })
  expect(truthOf(6, Child)).toMatchObject({ table: 'Children', paranoid: false })
})

test.each([
  [4, 'TIMESTAMP WITH TIME ZONE'],
  [5, 'TIMESTAMP WITH TIME ZONE'],
  [6, 'TIMESTAMP WITH TIME ZONE'],
  [7, 'TIMESTAMP(6) WITH TIME ZONE'],
])('R28: the type of the column in Sequelize %i is %s', (major, sql) => {
  const model = realModel(major, spec({ paranoid: true }))
  const declared = model.modelDefinition?.attributes.get('deletedAt') ?? model.rawAttributes.deletedAt
  expect(declared.type.toSql()).toBe(sql)
})

test('R12: before 6.3.4 other values than text meant something else', () => {
  const attribute = (version: string, deletedAt: unknown) =>
    applyRules(definition(spec({ paranoid: true, deletedAt })), { ...context(6), version }).attribute
  expect(attribute('6.2.0', 'goneAt')).toBe('goneAt')
  expect(attribute('6.3.3', true)).toMatchObject({
    text: 'true',
    why: 'Sequelize 6.3.4 changed what such a deletedAt means',
  })
  expect(attribute('6.3.4', true)).toBe('deletedAt')
  expect(attribute('6', true)).toBe('deletedAt')
  expect(attribute('6.30.0', true)).toBe('deletedAt')
})

test('R32: version 4 moves the attribute, and turns tables by underscoredAll', () => {
  const model = agreed(
    4,
    spec({ paranoid: true, underscored: true, underscoredAll: true }, { name: 'UserLog' }),
  )
  expect(model).toMatchObject({ table: { name: 'user_logs' }, attribute: 'deleted_at', column: 'deleted_at' })
  expect(agreed(4, spec({ paranoid: true, underscored: true, deletedAt: 'goneAt' })).column).toBe('goneAt')
})

test('R32: versions 1 to 3 by their sources', () => {
  const model = (version: string, options: Spec['options']) =>
    applyRules(definition(spec({ paranoid: true, ...options }, { instance: { schema: 'late' } })), {
      ...context(4),
      version,
    })
  expect(model('3.35.1', { underscored: true })).toMatchObject({
    table: { name: 'Users' },
    column: 'deleted_at',
  })
  expect(model('3.35.1', {}).table).toEqual({ name: 'Users' })
  expect(model('1.7.11', { underscored: true, deletedAt: 'goneAt' })).toMatchObject({
    attribute: 'gone_at',
    column: 'gone_at',
  })
  expect(model('1.7.11', {}).table).toMatchObject({ kind: 'unknown' })
  expect(model('1.7.11', { tableName: 'people' }).table).toEqual({ name: 'people' })
})

describe('R33: sequelize-typescript', () => {
  const module = 'sequelize-typescript'
  const by = (version: string, typescriptVersion?: string) => ({ ...context(6), version, typescriptVersion })

  test('@Table comes after @DeletedAt, also with undefined', () => {
    const properties = { deletedAt: [['DeletedAt'] as [string]] }
    const paranoid = (table: Record<string, unknown>) =>
      applyRules(decorated(module, [{ name: 'User', table, properties }]), by('6.0.0')).paranoid
    expect(paranoid({})).toBe(true)
    expect(paranoid({ paranoid: false })).toBe(false)
    expect(paranoid({ paranoid: undefined })).toBe(false)
  })

  test('it says which version of Sequelize there is', () => {
    const underscored = (typescriptVersion: string) =>
      applyRules(
        decorated(module, [
          {
            name: 'UserLog',
            table: { paranoid: true, timestamps: true, underscored: true, freezeTableName: false },
          },
        ]),
        by('', typescriptVersion),
      ).table
    expect(underscored('0.6.11')).toEqual({ name: 'UserLogs' })
    expect(underscored('1.1.0')).toEqual({ name: 'user_logs' })
    expect(underscored('2.1.6')).toEqual({ name: 'user_logs' })
  })

  test('version 0 turns timestamps off and freezes names by default', () => {
    const model = applyRules(
      decorated(module, [{ name: 'User', table: { paranoid: true } }]),
      by('4.44.4', '0.6.11'),
    )
    expect(model).toMatchObject({
      table: { name: 'User' },
      needsColumn: false,
      fault: { rule: 'inert-paranoid' },
    })
  })

  test('the decorator is the place, without a value to rewrite', () => {
    const chain = [{ name: 'User', table: true as const, properties: { gone: [['DeletedAt'] as [string]] } }]
    const model = applyRules(decorated(module, chain), by('6.0.0'))
    expect(model).toMatchObject({ paranoidAt: { line: 1 }, deletedAtOption: { value: 'gone' } })
    expect(model.paranoidValueAt).toBeUndefined()
  })
})

test('R34: decorators of @sequelize/core that contradict each other are a fault', () => {
  const chain = [
    { name: 'User', table: { paranoid: false }, properties: { deletedAt: [['DeletedAt'] as [string]] } },
  ]
  const { fault } = applyRules(decorated('@sequelize/core/decorators-legacy', chain), context(7))
  expect(fault).toMatchObject({
    rule: 'broken-paranoid',
    says: 'decorators of one class set paranoid to true and false, and Sequelize 7 throws when the class is loaded',
  })
})

test('a model tells where its paranoid is written, and by which rules it was made', () => {
  const one = spec({ paranoid: 1, deletedAt: 'goneAt' }, { instance: { define: { underscored: true } } })
  const found = definition(one)
  const options = found.options as ObjectValue
  const model = applyRules(found, context(6))
  const { at, valueAt } = options.entries.get('paranoid') as { at: object; valueAt: object }
  expect(model).toMatchObject({ paranoidAt: at, paranoidValueAt: valueAt, underscored: true })
  expect(model.deletedAtOption).toBe(options.entries.get('deletedAt'))
  expect(model.trace.map(({ rule, says }) => `${rule} ${says}`)).toEqual([
    'R2 The model is "User".',
    'R3 The table is made of the model\'s name: "users".',
    "R1 paranoid is 1 by the model's own options.",
    'R11 1 counts as true.',
    'R1 timestamps is not set, and true by default.',
    'R12 deletedAt is "goneAt" by the model\'s own options: the attribute is "goneAt".',
    'R10 Timestamps are on and paranoid is set: Sequelize uses a column.',
    'R14 underscored is set: the column of "goneAt" is "gone_at".',
  ])
})

test('a default value that is only known by its text', () => {
  const says = (text: string) => {
    const defaultValue = { kind: 'unknown', text, at: {}, why: 'Sequelize is a parameter' }
    const one = spec(
      { paranoid: true },
      { attributes: { deletedAt: { type: new Ref('DATE'), defaultValue } } },
    )
    return applyRules(definition(one), context(6)).fault?.says
  }
  expect(says("Sequelize.literal('CURRENT_TIMESTAMP')")).toMatch('a literal stands alone')
  expect(says("Sequelize.fn('now')")).toMatch('there are none')
  expect(says('DataTypes.NOW')).toMatch('there are none')
  expect(says('() => new Date()')).toMatch('there are none')
  expect(says('EPOCH')).toBeUndefined()
  expect(says("Sequelize.fn('to_timestamp', 0)")).toBeUndefined()
})
