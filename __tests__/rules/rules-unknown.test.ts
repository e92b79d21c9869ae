/** What cannot be read, or differs between environments, is said; what does not matter spoils nothing. */
import { applyRules } from '../../src/models/rules'
import type { Choice, Definition, Model, ObjectValue, Value } from '../../src/types'
import { decorated } from '../helpers/rules-classes'
import { at, context, definition, object, Ref, type Spec, type, unknown } from '../helpers/rules-real'

const flags = unknown('flags.soft', 'flags is not imported from a file that can be read')
const base = unknown('...base', 'base is imported from a package that cannot be read')

const spec = (options: Record<string, unknown>, more: Partial<Spec> = {}): Definition =>
  definition({ style: 'define', name: 'User', options, ...more })

const model = (options: Record<string, unknown>, more: Partial<Spec> = {}, major = 6): Model =>
  applyRules(spec(options, more), context(major))

const open = (plain: Record<string, unknown>): ObjectValue => ({ ...object(plain), open: base })

const config = { ...at, file: '/project/config/config.json' }

/** One value an environment. */
const choice = (values: Record<string, unknown>, where = config): Choice => ({
  kind: 'choice',
  of: Object.entries(values).map(([when, plain]) => ({ when, value: asValue(plain) })),
  at: where,
})

const asValue = (plain: unknown): Value =>
  typeof plain === 'object' && plain !== null ? object(plain as Record<string, unknown>) : (plain as Value)

const instance = (plain: unknown): Partial<Spec> => ({ instance: plain as Spec['instance'] })

describe('an option that cannot be read', () => {
  test('paranoid leaves the table decided', () => {
    const { table, paranoid, needsColumn, column, fault, paranoidAt } = model({ paranoid: flags })
    expect(table).toEqual({ name: 'Users' })
    expect([paranoid, needsColumn, column]).toEqual([flags, flags, flags])
    expect(fault).toBeUndefined()
    expect(paranoidAt).toBeDefined()
  })

  test('timestamps leaves the rest decided where the model is not paranoid', () => {
    expect(model({ timestamps: flags })).toMatchObject({ paranoid: false, needsColumn: false })
    const why = `timestamps cannot be told: ${flags.why}`
    expect(model({ timestamps: flags, paranoid: true })).toMatchObject({
      paranoid: true,
      needsColumn: { why },
    })
  })

  test('paranoid does not matter without timestamps or with deletedAt: false', () => {
    expect(model({ paranoid: flags, timestamps: false })).toMatchObject({
      paranoid: flags,
      needsColumn: false,
    })
    expect(model({ paranoid: flags, deletedAt: false })).toMatchObject({
      paranoid: flags,
      needsColumn: false,
    })
  })

  test('define does not matter where the model says it itself', () => {
    const more = instance({
      define: { paranoid: flags, underscored: flags, tableName: flags, schema: flags },
    })
    const own = { paranoid: true, underscored: false, tableName: 'people', schema: 'app' }
    expect(model(own, more)).toMatchObject({
      table: { schema: 'app', name: 'people' },
      needsColumn: true,
      column: 'deletedAt',
    })
    expect(model({ ...own, paranoid: false }, more)).toMatchObject({ needsColumn: false })
  })

  test('freezeTableName, underscored and name do not matter beside a tableName', () => {
    const options = { tableName: 'people', freezeTableName: flags, underscored: flags, name: flags }
    for (const major of [4, 5, 6, 7]) expect(model(options, {}, major).table).toEqual({ name: 'people' })
    expect(model(options, { name: flags as never }).table).toEqual({ name: 'people' })
  })

  test('what comes to the same either way is decided', () => {
    expect(model({ freezeTableName: flags }, { name: 'Sheep' }).table).toEqual({ name: 'Sheep' })
    expect(model({ freezeTableName: flags }).table).toMatchObject({
      why: `freezeTableName cannot be told: ${flags.why}`,
    })
    expect(model({ underscored: flags }, { name: 'user' }).table).toEqual({ name: 'users' })
    expect(model({ underscored: flags, paranoid: true, deletedAt: 'removed' }).column).toBe('removed')
    expect(model({ underscored: flags, paranoid: true }).column).toMatchObject({ text: 'flags.soft' })
  })

  test('underscored does not matter beside a field', () => {
    const attributes = { deletedAt: { type: type('DATE'), field: 'gone' } }
    expect(model({ underscored: flags, paranoid: true }, { attributes })).toMatchObject({
      column: 'gone',
      underscored: flags,
    })
  })

  test('underscored moves the attribute in version 4', () => {
    expect(model({ underscored: flags, paranoid: true }, {}, 4)).toMatchObject({
      ...{
        table: { name: 'Users' },
        needsColumn: true,
        attribute: { kind: 'unknown' },
        column: { kind: 'unknown' },
      },
    })
  })

  test('deletedAt may be false', () => {
    const why = `deletedAt cannot be told: ${flags.why}`
    expect(model({ paranoid: true, deletedAt: flags })).toMatchObject({
      paranoid: true,
      needsColumn: { why },
      column: { why },
    })
  })

  test('what a package gives at run time is not true', () => {
    const { paranoid } = model({ paranoid: new Ref('get').with('soft') })
    expect(paranoid).toMatchObject({ text: 'get("soft")', why: 'it is read from sequelize at run time' })
  })

  test('the name is told with the text of the class', () => {
    const { name } = model(open({ paranoid: true }) as never, { style: 'init' })
    expect(name).toMatchObject({ text: 'User', why: `modelName may be set in it, and ${base.why}` })
  })
})

describe('an object with an unread part', () => {
  test('hides what is not written, also from define', () => {
    const why = `paranoid may be set in it, and ${base.why}`
    expect(model(open({}) as never, instance({ define: { paranoid: true } })).paranoid).toMatchObject({
      text: '...base',
      why,
    })
  })

  test('hides nothing that is written', () => {
    const own = {
      paranoid: true,
      timestamps: true,
      deletedAt: 'gone',
      underscored: true,
      tableName: 'people',
      schema: 'app',
    }
    const decided = { table: { schema: 'app', name: 'people' }, needsColumn: true, column: 'gone' }
    expect(model(open(own) as never)).toMatchObject(decided)
    const { schema, ...rest } = own
    expect(model(open(rest) as never)).toMatchObject({
      ...decided,
      table: { kind: 'unknown', text: '...base' },
    })
    expect(model(open({ paranoid: false }) as never).needsColumn).toBe(false)
  })

  test('an instance that cannot be read may hold anything, no instance holds nothing', () => {
    const why = `paranoid may be set in it, and ${base.why}`
    expect(model({}, instance(base)).paranoid).toMatchObject({ why })
    expect(model({}).paranoid).toBe(false)
  })

  test('attributes: the column, not the table', () => {
    const why = `the attribute "deletedAt" cannot be told: deletedAt may be set in it, and ${base.why}`
    for (const attributes of [base, open({ name: type('STRING') })]) {
      const found = model({ paranoid: true }, { attributes: attributes as never })
      expect(found).toMatchObject({
        table: { name: 'Users' },
        needsColumn: true,
        attribute: 'deletedAt',
        column: { why },
      })
    }
    const declared = open({ deletedAt: type('DATE') })
    expect(model({ paranoid: true }, { attributes: declared as never }).column).toBe('deletedAt')
    const field = { deletedAt: open({ type: type('DATE') }) }
    expect(model({ paranoid: true }, { attributes: field }).column).toMatchObject({ kind: 'unknown' })
  })

  test('an attribute that is known by the name of its type', () => {
    const column = (text: string) =>
      model({ paranoid: true }, { attributes: { deletedAt: unknown(text) } }).column
    expect(column('DataTypes.DATE')).toBe('deletedAt')
    expect(column('Sequelize.DATE(6)')).toBe('deletedAt')
    expect(column('shared.deletedAt')).toMatchObject({ text: 'shared.deletedAt' })
    expect(
      model({ paranoid: true }, { attributes: { deletedAt: unknown('DataTypes.VIRTUAL') } }).fault,
    ).toBeDefined()
  })

  test('@Table may override @DeletedAt in sequelize-typescript, and not in version 7', () => {
    const chain = [
      { name: 'User', table: open({}) as never, properties: { deletedAt: [['DeletedAt'] as [string]] } },
    ]
    const paranoid = (module: string, major: number) =>
      applyRules(decorated(module, chain), context(major)).paranoid
    expect(paranoid('sequelize-typescript', 6)).toMatchObject({
      why: `paranoid may be set in it, and ${base.why}`,
    })
    expect(paranoid('@sequelize/core/decorators-legacy', 7)).toBe(true)
  })
})

test('a base class that cannot be read may declare the attribute', () => {
  const unread = { name: '', table: base as never, abstract: true }
  const found = (module: string, major: number, ...own: unknown[]) => {
    const table = {
      paranoid: true,
      timestamps: true,
      deletedAt: 'gone',
      schema: 'app',
      tableName: 'people',
      underscored: false,
    }
    const properties = { gone: [['DeletedAt'], ...own] as [string][] }
    return applyRules(decorated(module, [{ name: 'User', table, properties }, unread]), context(major))
  }
  expect(found('sequelize-typescript', 6)).toMatchObject({
    needsColumn: true,
    attribute: 'gone',
    column: { kind: 'unknown' },
  })
  expect(found('sequelize-typescript', 6, ['Column']).column).toBe('gone')
  expect(found('@sequelize/core/decorators-legacy', 7).column).toMatchObject({ kind: 'unknown' })
  expect(found('@sequelize/core/decorators-legacy', 7, ['ColumnName', 'x']).column).toMatchObject({
    kind: 'unknown',
  })
})

test('a function is a type of its own, and no default value that a row has', () => {
  const made = { kind: 'ref', path: [], text: 'SoftDate' }
  expect(model({ paranoid: true }, { attributes: { deletedAt: made } }).column).toBe('deletedAt')
  const attributes = { deletedAt: { type: type('DATE'), defaultValue: made } }
  expect(model({ paranoid: true }, { attributes }).fault!.says).toMatch('the default value is SoftDate')
})

describe('a choice', () => {
  const soft = { development: true, production: false }

  test('that comes to the same is decided', () => {
    expect(model({ paranoid: choice({ development: 1, production: true }) })).toMatchObject({
      paranoid: true,
      column: 'deletedAt',
    })
    expect(model({ paranoid: choice(soft), timestamps: false }).needsColumn).toBe(false)
    expect(model({ underscored: choice(soft), tableName: 'people' }).table).toEqual({ name: 'people' })
  })

  test('that differs is said with its cases and its file', () => {
    const found = model({ paranoid: choice(soft) })
    const why = 'development says true, production says false (config.json)'
    expect(found.paranoid).toEqual({
      kind: 'unknown',
      text: 'true | false',
      at: config,
      why,
      saysAll: true,
      remedy: 'Name the environment that is meant: --env production.',
    })
    expect(found.needsColumn).toMatchObject({
      why: 'development says that the column is needed, production says that the column is not needed (config.json)',
    })
    expect(found.column).toBe(found.needsColumn)
    expect(found).toMatchObject({
      table: { name: 'Users' },
      underscored: false,
      paranoidValueAt: { column: 9 },
    })
  })

  test('of whole instances goes by environment', () => {
    const environments = {
      development: { define: { underscored: true } },
      test: { define: { underscored: true } },
      production: { define: { paranoid: true, schema: 'live' } },
    }
    const found = model({ paranoid: true }, instance(choice(environments)))
    expect(found).toMatchObject({
      paranoid: true,
      needsColumn: true,
      table: {
        why: 'development and test say "users", production says "live.Users" (config.json)',
      },
      column: {
        why: 'development and test say "deleted_at", production says nothing (config.json)',
      },
    })
    expect(found.trace.map(({ says }) => says)).toContain(
      'In production: The schema is "live" by `define` of the Sequelize instance.',
    )
  })

  test('of one file hangs together, of two files does not', () => {
    const other = { ...at, file: '/project/config/other.json' }
    const found = (where: Choice['at']) =>
      model({
        paranoid: true,
        underscored: choice(soft),
        deletedAt: choice({ development: 'goneAt', production: 'gone_at' }, where),
      })
    expect(found(config).column).toBe('gone_at')
    expect(
      model({ paranoid: choice(soft), timestamps: choice({ development: false, production: true }) })
        .needsColumn,
    ).toBe(false)
    const apart = model({
      paranoid: choice(soft),
      timestamps: choice({ development: false, production: true }, other),
    })
    expect(apart.needsColumn).toMatchObject({ kind: 'unknown' })
  })

  test('by an expression is told by the expression', () => {
    const { paranoid } = model({ paranoid: choice({ 'config.soft': true, 'not config.soft': false }) })
    expect(paranoid).toMatchObject({
      why: 'paranoid is true when config.soft and false when not config.soft (config.json)',
    })
  })

  test('with an unread case says in which', () => {
    const { paranoid } = model(
      { paranoid: choice({ development: true, production: undefined }) },
      instance({ define: { paranoid: flags } }),
    )
    expect(paranoid).toMatchObject({ text: 'flags.soft', why: `in production: ${flags.why}` })
  })

  test('a fault of one environment is told where paranoid itself is not in doubt', () => {
    const virtual = choice({ development: { type: type('DATE') }, production: { type: type('VIRTUAL') } })
    expect(model({ paranoid: true }, { attributes: { deletedAt: virtual } })).toMatchObject({
      fault: { rule: 'broken-paranoid' },
    })
    expect(model({ paranoid: choice(soft), deletedAt: false }).fault).toBeUndefined()
  })

  test('among too many is not told apart', () => {
    const keys = [
      'paranoid',
      'timestamps',
      'deletedAt',
      'underscored',
      'freezeTableName',
      'schema',
      'tableName',
    ]
    const options = keys.map((key) => [key, choice(soft, { ...at, file: `/project/${key}.json` })])
    const found = model(Object.fromEntries(options))
    expect(found.table).toMatchObject({ kind: 'unknown' })
    expect(found.needsColumn).toMatchObject({ kind: 'unknown' })
  })
})
